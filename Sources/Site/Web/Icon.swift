/// Line drawings of 24 by 24, always beside a word, so hidden from screen readers.
enum Icon: String, CaseIterable, Sendable {
    case arrival, board, person, today, list, policy, journal, building, phone, settings
    case check, clock, pause, stop, warning, info, next, leave, print, search, star
    case message

    var html: HTML {
        """
        <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" \
        focusable="false">\(drawing)</svg>
        """
    }

    private var drawing: HTML {
        switch self {
        case .arrival: "<path d=\"M14 4h5v16h-5M3 12h11m-4-4 4 4-4 4\"/>"
        case .board: "<path d=\"M4 5h16M4 12h16M4 19h16M8 3v4m5 3v4m4 3v4\"/>"
        case .person:
            "<circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21c0-4 3.6-7 8-7s8 3 8 7\"/>"
        case .today:
            """
            <rect x="4" y="5" width="16" height="16" rx="2"/><path d="M4 10h16M8 3v4m8-4v4"/>
            """
        case .list: "<path d=\"M9 6h11M9 12h11M9 18h11M4 6h1m-1 6h1m-1 6h1\"/>"
        case .policy:
            "<path d=\"M6 3h9l4 4v14H6zM14 3v5h5M9 12h7m-7 4h7\"/>"
        case .journal: "<path d=\"M5 4h14v16H5zM9 4v16m3-11h4m-4 4h4\"/>"
        case .building:
            "<path d=\"M5 21V4h9v17m0-12h5v12M3 21h18M8 8h3m-3 4h3m-3 4h3\"/>"
        case .phone:
            """
            <path d="M6 3h4l1 5-3 2a12 12 0 0 0 6 6l2-3 5 1v4c0 2-2 3-4 3A17 17 0 0 1 3 7c0-2 \
            1-4 3-4z"/>
            """
        case .settings:
            """
            <path d="M4 7h9m5 0h2M4 17h3m5 0h8"/><circle cx="15.5" cy="7" r="2.5"/><circle \
            cx="9.5" cy="17" r="2.5"/>
            """
        case .check: "<path d=\"m5 12.5 4.5 4.5L19 7.5\"/>"
        case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7v5l3.5 2\"/>"
        case .pause: "<path d=\"M9 6v12m6-12v12\"/>"
        case .stop: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"m6 18 12-12\"/>"
        case .warning: "<path d=\"M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.4\"/>"
        case .info: "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 11v5.5m0-9v.4\"/>"
        case .next: "<path d=\"M5 12h14m-6-6 6 6-6 6\"/>"
        case .leave: "<path d=\"M10 4H5v16h5m11-8H10m7-4 4 4-4 4\"/>"
        case .print: "<path d=\"M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z\"/>"
        case .search: "<circle cx=\"11\" cy=\"11\" r=\"6.5\"/><path d=\"m16 16 5 5\"/>"
        case .message: "<path d=\"M4 5h16v12H9l-5 4zM8 10h8m-8 3h5\"/>"
        case .star:
            "<path d=\"m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6-4.4-4.2 6-.8z\"/>"
        }
    }
}
