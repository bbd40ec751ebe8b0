import HouseRules
import Synchronization

/// The live part of the board; the page and the stream show the same.
struct BoardFragment: Sendable {
    let board: BoardView

    var html: HTML { board.fragment.html { rendered } }

    private var rendered: HTML {
        guard !board.lines.isEmpty else {
            return emptyState("还没有置业顾问", "请系统管理员用 anchang staff add 开账号并加入轮次；到岗以后就会排进当日轮次表。")
        }
        return """
            <p class="board-head"><strong>\(board.day)</strong> \(board.mechanism) \(status)</p>
            \(alarm)\(heldList)
            \(turnList(rows))
            """
    }

    private var status: HTML {
        guard board.isOpen else { return badge("还没出表", .warn) }
        return board.isConfirmed ? badge("轮次表已确认", .good) : badge("草表，按草表派客", .calm)
    }

    private var alarm: HTML? {
        guard board.isShort else { return nil }
        return notice(
            .stop, title: "前台候位不足", text: "站前台的人不够，能到前台的请马上补位（REC-09）。")
    }

    private var heldList: HTML? {
        guard !board.held.isEmpty else { return nil }
        let items: [HTML] = board.held.map { held in
            let whom = held.lockedFor.map { "等 \($0) 接完" } ?? "等最先回位的人"
            return "<li>第 \(held.number) 组 · \(held.since) 到 · \(whom)</li>"
        }
        return """
            <section class="held" aria-label="等候的客户"><h2>\(board.held.count) 组在等候</h2>
            <ul>\(items)</ul></section>
            """
    }

    private var rows: [BoardRow] {
        board.lines.map { line in
            BoardRow(
                position: line.position, staffID: line.staff, name: line.name, note: line.note,
                status: line.presenceName, tone: line.tone, isNext: line.position == 1)
        }
    }
}

/// Markup that is made by whoever needs it first and shared by everybody after.
final class RenderedOnce: Sendable {
    private let made = Mutex<HTML?>(nil)

    /// The markup; `make` must always give the same.
    func html(_ make: () -> HTML) -> HTML {
        if let html = made.withLock({ $0 }) { return html }
        let html = make()
        made.withLock { $0 = html }
        return html
    }
}
