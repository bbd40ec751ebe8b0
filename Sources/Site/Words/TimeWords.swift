import HouseRules

extension BusinessDay {
    /// `6月2日 周一`.
    public var words: String {
        let names = ["一", "二", "三", "四", "五", "六", "日"]
        return "\(civil.month)月\(civil.day)日 周\(names[weekday - 1])"
    }

    /// `2025年6月2日 周一`.
    public var fullWords: String { "\(civil.year)年" + words }
}

extension Moment {
    /// `14:05`, or `14:05:30` when there are seconds.
    public var clockWords: String { timeOfDay.text }

    /// `6月2日 周一 14:05`.
    public var words: String { day.words + " " + clockWords }
}

extension Sequence<String> {
    /// `安、白、岑`.
    var listed: String { joined(separator: "、") }
}
