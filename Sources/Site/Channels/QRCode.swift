/// A small QR code (ISO/IEC 18004, version 1, level M, mask 0): up to fourteen ASCII characters.
struct QRCode: Sendable {
    static let size = 21
    /// Dark modules by row.
    let modules: [[Bool]]

    /// Nil when the text does not fit.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= 14 else { return nil }
        var canvas = Canvas()
        canvas.drawPatterns()
        canvas.draw(Self.codewords(bytes))
        modules = canvas.dark
    }

    /// Data and the ten bytes that correct it.
    static func codewords(_ bytes: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for shift in (0..<count).reversed() { bits.append(value >> shift & 1 == 1) }
        }
        append(0b0100, 4)
        append(bytes.count, 8)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, 128 - bits.count))
        while !bits.count.isMultiple(of: 8) { bits.append(false) }
        var data = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var pads: [UInt8] = [0xEC, 0x11]
        while data.count < 16 {
            data.append(pads[0])
            pads.swapAt(0, 1)
        }
        return data + correction(of: data, count: 10)
    }

    /// The remainder of the data by the generator polynomial over GF(256).
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        var generator: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            var next = generator + [0]
            for index in generator.indices {
                next[index + 1] ^= multiply(generator[index], root)
            }
            generator = next
            root = multiply(root, 2)
        }
        var remainder = data + [UInt8](repeating: 0, count: count)
        for index in data.indices where remainder[index] != 0 {
            let factor = remainder[index]
            for offset in generator.indices {
                remainder[index + offset] ^= multiply(generator[offset], factor)
            }
        }
        return Array(remainder.suffix(count))
    }

    private static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (product, factor, rest) = (0, Int(left), Int(right))
        while rest > 0 {
            if rest & 1 == 1 { product ^= factor }
            factor <<= 1
            if factor & 0x100 != 0 { factor ^= 0x11D }
            rest >>= 1
        }
        return UInt8(product)
    }

    /// The code as an image with its quiet zone, with a name for those who do not see it.
    var svg: HTML { svg(named: "到访凭证二维码") }

    /// The same under another name.
    func svg(named name: String) -> HTML {
        let side = Self.size + 8
        var path = ""
        for (row, line) in modules.enumerated() {
            for (column, isDark) in line.enumerated() where isDark {
                path += "M\(column + 4) \(row + 4)h1v1h-1z"
            }
        }
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" width="203" height="203" role="img" \
            aria-label="\(name)"><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path d="\(path)" fill="#000"/></svg>
            """
    }
}

extension QRCode {
    /// The square while it is drawn.
    private struct Canvas {
        var dark = Array(repeating: Array(repeating: false, count: size), count: size)
        private var isFixed = Array(repeating: Array(repeating: false, count: size), count: size)

        private mutating func set(_ row: Int, _ column: Int, _ value: Bool) {
            dark[row][column] = value
            isFixed[row][column] = true
        }

        /// Finders with their borders, timing, and the format for level M and mask 0.
        mutating func drawPatterns() {
            for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] { finder(top, left) }
            for index in 8..<size - 8 {
                set(6, index, index.isMultiple(of: 2))
                set(index, 6, index.isMultiple(of: 2))
            }
            let format: [Bool] = "101010000010010".map { $0 == "1" }
            let beside = [
                (8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8),
                (4, 8), (3, 8), (2, 8), (1, 8), (0, 8),
            ]
            for (index, value) in format.enumerated() {
                set(beside[index].0, beside[index].1, value)
                if index < 7 {
                    set(size - 1 - index, 8, value)
                } else {
                    set(8, size - 15 + index, value)
                }
            }
            set(size - 8, 8, true)
        }

        private mutating func finder(_ top: Int, _ left: Int) {
            for row in -1...7 {
                for column in -1...7 {
                    let (y, x) = (top + row, left + column)
                    guard (0..<size).contains(y), (0..<size).contains(x) else { continue }
                    let ring = max(abs(row - 3), abs(column - 3))
                    set(y, x, ring != 2 && ring != 4)
                }
            }
        }

        /// Two columns at a time, up and down from the right, mask 0 applied.
        mutating func draw(_ codewords: [UInt8]) {
            let bits: [Bool] = codewords.flatMap { byte -> [Bool] in
                (0..<8).reversed().map { byte >> UInt8($0) & 1 == 1 }
            }
            var index = 0
            var goesUp = true
            var right = size - 1
            while right > 0 {
                if right == 6 { right -= 1 }
                for step in 0..<size {
                    let row = goesUp ? size - 1 - step : step
                    for column in [right, right - 1] where !isFixed[row][column] {
                        let bit = index < bits.count && bits[index]
                        dark[row][column] = bit != (row + column).isMultiple(of: 2)
                        index += 1
                    }
                }
                goesUp.toggle()
                right -= 2
            }
        }
    }
}
