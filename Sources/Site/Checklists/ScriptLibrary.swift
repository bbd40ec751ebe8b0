/// What to say on an occasion: points only, which the site replaces by its own (REC-66).
public struct Script: Hashable, Sendable {
    /// The occasion.
    public let occasion: String
    /// The points, in order.
    public let points: [String]
}

/// The library of scripts (script.library).
public enum ScriptLibrary {
    /// The occasions that the house begins with.
    public static let reception: [Script] = [
        Script(occasion: "让客户久等", points: ["致歉", "说明原因", "给出下一步"]),
        Script(occasion: "送客道别", points: ["感谢到访", "约下一次", "目送离开"]),
        Script(occasion: "设施不开放", points: ["致歉", "说明不开放的缘由", "换一处可看的"]),
        Script(occasion: "答不上来", points: ["致歉", "留联系方式", "说好何时答复"]),
        Script(occasion: "称呼客户", points: ["先称姓氏", "随身份和年龄", "常说请和谢谢"]),
        Script(occasion: "要找的同事不在", points: ["致歉", "提出代办或转告", "问要不要回电"]),
    ]

    /// The scripts whose occasion or points contain a word; all of them for an empty one.
    public static func search(_ word: String, in scripts: [Script] = reception) -> [Script] {
        guard !word.isEmpty else { return scripts }
        return scripts.filter { script in
            script.occasion.contains(word) || script.points.contains { $0.contains(word) }
        }
    }
}
