import HouseRules

/// Why a file cannot be imported at all, as a sentence that says what to do.
///
/// Faults of single rows are no errors: they are listed in an ``ImportReport``.
public enum ImportFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is missing or may not be read.
    case unreadable(String)
    /// The file is larger than ``TextFile/largest``.
    case tooLarge(String, bytes: Int)
    /// Neither UTF-8, GB18030 nor UTF-16; `offset` counts bytes from 0.
    case unknownEncoding(offset: Int)
    /// Named .xlsx, but encrypted, damaged or something else.
    case notASpreadsheet(String)
    /// Whoever is named may not bring lists in.
    case notAllowed(StaffID)
    /// The text is not CSV at this place.
    case csv(CSVFault)
    /// The file has no header line.
    case empty
    /// Columns without which the rows mean nothing, in Chinese and English.
    case missingColumns([String])
    /// Two columns of the header mean the same field.
    case duplicateColumn(field: String, first: String, second: String)
    /// A mapping is not `field=header`.
    case malformedMapping(String)
    /// A mapping names a field that does not exist.
    case unknownField(String, known: [String])
    /// Two mappings for one field.
    case mappedTwice(String)
    /// A mapping names a column that the header does not have.
    case unknownColumn(field: String, header: String, headers: [String])

    /// The sentence for the person who imports.
    public var description: String {
        switch self {
        case .unreadable(let name):
            "读不到文件“\(name)”：请检查路径和读取权限。"
        case .tooLarge(let name, let bytes):
            "文件“\(name)”有 \(bytes >> 20) MB，超过 \(TextFile.largest >> 20) MB：请分成几个文件导入。"
        case .unknownEncoding(let offset):
            "文件编码无法识别：偏移 \(offset) 处（从 0 数起）的字节既不是 UTF-8，也不是 GB18030/GBK，"
                + "也不是带标记的 UTF-16。请另存为 UTF-8 再导入。"
        case .notASpreadsheet(let name):
            "文件“\(name)”不是完好的 .xlsx：请用 Excel 打开，去掉密码，另存为“Excel 工作簿”再导入。"
        case .notAllowed(let staff):
            "“\(staff)”不能导入：请用 --by 写有导入权限的人的工号，例如销售经理。"
        case .csv(let fault):
            fault.description
        case .empty:
            "文件是空的：第一行应是列名。"
        case .missingColumns(let names):
            "缺少列：\(names.joined(separator: "、"))。请补上列；在命令行也可以用 --map 字段=列名 指明。"
        case .duplicateColumn(let field, let first, let second):
            "列“\(first)”与列“\(second)”都对应“\(field)”：请删去一列；在命令行也可以用 --map \(field)=列名 指明。"
        case .malformedMapping(let text):
            "列对应“\(text)”写法不对：应为 字段=列名，例如 call_id=通话编号。"
        case .unknownField(let field, let known):
            "没有字段“\(field)”。可用的字段：\(known.joined(separator: "、"))。"
        case .mappedTwice(let field):
            "字段“\(field)”指明了两次：请只留一次。"
        case .unknownColumn(let field, let header, let headers):
            "字段“\(field)”指向列“\(header)”，文件里没有这一列（或有两列同名）。"
                + "文件的列：\(headers.joined(separator: "、"))。"
        }
    }
}
