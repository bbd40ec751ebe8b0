import Foundation
import Testing

@testable import Site

@Suite struct `The text of a JSON body` {
    @Test(
        arguments: [
            #"{"staff": "a\u0000b"}"#, #"["x", {"deep": ["\u0000"]}]"#, #"{"na\u0000me": 1}"#,
            #""\u0000""#,
        ])
    func `hides no NUL`(body: String) {
        #expect(JSONText.hidesNUL(Data(body.utf8)))
    }

    @Test(arguments: [#"{"staff": "a\\u0000b"}"#, #"{"staff": "王"}"#, "", "{"])
    func `may speak of one`(body: String) {
        #expect(!JSONText.hidesNUL(Data(body.utf8)))
    }
}
