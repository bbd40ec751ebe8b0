import Foundation

/// The OpenAPI 3.1 description of the JSON interface. The committed copy lies in the resources; a
/// test keeps it equal to the routes.
enum APIDocument {
    /// The description as it ships.
    static func answer() throws -> Answer {
        let url = AssetShelf.resources.appending(path: "Resources/openapi.json")
        return .bytes(Array(try Data(contentsOf: url)), type: "application/json")
    }
}
