@testable import Site

extension SMSTemplate {
    /// The template whose only places are the site and the consultant.
    static var callbackPromised: SMSTemplate {
        guard let found = named("callback_promised") else {
            preconditionFailure("the template of missed calls has another name")
        }
        return found
    }
}
