import CCairo
import PaperModel

/// Surfaces of cairo in memory that a page is drawn onto, and what they hold then: the one place that knows cairo.
enum PageSurface {
    /// Longest side of a picture, pixels: A0 at 300 dots per inch is 14,000.
    private static let longestSide = 15_000.0

    /// Draws `part` of a page (points from the top left of the page as displayed) on white by `draw`, which gets a context whose unit is a
    /// point. The bytes of the picture; nil where cairo can't make it, or it has more than `limit` bytes.
    static func picture(
        _ form: PagePicture.Form, of part: Box, dotsPerInch: Double, limit: Int, draw: (_ context: OpaquePointer) -> Void
    ) -> [UInt8]? {
        let sink = ByteSink(limit: limit)
        // The surface writes into the sink until it is destroyed, which is within this call.
        return withExtendedLifetime(sink) {
            let closure = Unmanaged.passUnretained(sink).toOpaque()
            let scale = form == .png ? dotsPerInch / 72 : 1
            guard max(part.width, part.height) * scale <= longestSide else { return nil }
            let surface =
                form == .png
                ? dots(width: (part.width * scale).rounded(.up), height: (part.height * scale).rounded(.up))
                : cairo_svg_surface_create_for_stream(write, closure, part.width, part.height)
            defer { cairo_surface_destroy(surface) }
            guard render(onto: surface, part, scale: scale, draw) else { return nil }
            if form == .png, cairo_surface_write_to_png_stream(surface, write, closure) != CAIRO_STATUS_SUCCESS { return nil }
            cairo_surface_finish(surface)
            return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS && !sink.isFull ? sink.bytes : nil
        }
    }

    /// Draws a page of this size (points) on white, as `picture` does; nil where it is too large or can't be drawn.
    static func image(width: Double, height: Double, dotsPerInch: Double, draw: (_ context: OpaquePointer) -> Void) -> PageImage? {
        let scale = dotsPerInch / 72
        guard width > 0, height > 0, max(width, height) * scale <= longestSide else { return nil }
        let surface = dots(width: width * scale, height: height * scale)
        defer { cairo_surface_destroy(surface) }
        guard render(onto: surface, Box(x: 0, y: 0, width: width, height: height), scale: scale, draw),
            let pixels = cairo_image_surface_get_data(surface)
        else { return nil }
        let size = (width: Int(cairo_image_surface_get_width(surface)), height: Int(cairo_image_surface_get_height(surface)))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var grey = [UInt8]()
        grey.reserveCapacity(size.width * size.height)
        for row in 0..<size.height {
            for column in 0..<size.width {
                let pixel = pixels + row * stride + column * 4
                // Rec. 601 luma of blue, green, red.
                grey.append(UInt8((Int(pixel[0]) * 29 + Int(pixel[1]) * 150 + Int(pixel[2]) * 77) >> 8))
            }
        }
        return PageImage(width: size.width, height: size.height, dotsPerInch: dotsPerInch, grey: grey)
    }

    private static func dots(width: Double, height: Double) -> OpaquePointer? {
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    }

    /// Whether all was drawn.
    private static func render(onto surface: OpaquePointer?, _ part: Box, scale: Double, _ draw: (OpaquePointer) -> Void) -> Bool {
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else { return false }
        defer { cairo_destroy(context) }
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        cairo_translate(context, -part.x, -part.y)
        draw(context)
        cairo_surface_flush(surface)
        return cairo_status(context) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    }

    private static let write: cairo_write_func_t = { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.append(UnsafeBufferPointer(start: data, count: Int(count)))
        return sink.isFull ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS
    }
}

/// A picture of a page, one byte a pixel, 0 black to 255 white.
struct PageImage {
    let width: Int
    let height: Int
    let dotsPerInch: Double
    let grey: [UInt8]
}

/// Takes in what cairo writes, up to a limit.
private final class ByteSink {
    private(set) var bytes: [UInt8] = []
    private(set) var isFull = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func append(_ more: UnsafeBufferPointer<UInt8>) {
        if bytes.count + more.count > limit { isFull = true } else { bytes.append(contentsOf: more) }
    }
}
