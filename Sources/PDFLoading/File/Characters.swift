/// Digits set as superscripts are read as such, so that a footnote mark never joins the number before it.
func superscript(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x31: "\u{B9}"
    case 0x32: "\u{B2}"
    case 0x33: "\u{B3}"
    case 0x30, 0x34...0x39: Unicode.Scalar(0x2070 + (scalar - 0x30))
    default: nil
    }
}

/// The letters of a ligature (Unicode, Alphabetic Presentation Forms).
func ligature(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0xFB00: "ff"
    case 0xFB01: "fi"
    case 0xFB02: "fl"
    case 0xFB03: "ffi"
    case 0xFB04: "ffl"
    case 0xFB05, 0xFB06: "st"
    default: nil
    }
}

/// Bullets of the Symbol and Wingdings fonts, which stand in the private use area, as the bullet that a reader sees.
func bullet(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF06C, 0xF06E: 0x2022
    default: nil
    }
}

/// The digit or sign of arithmetic that the Symbol font shows for a code of the private use area, where its codes are those of ASCII plus
/// 0xF000 ("Symbol Set and Encoding", ISO 32000-1, D.5).
func symbolSign(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0xF02D: "-"
    case 0xF028, 0xF029, 0xF02B, 0xF02C, 0xF02E, 0xF02F, 0xF030...0xF039: Unicode.Scalar(scalar - 0xF000)
    default: nil
    }
}

/// Whether a scalar is a digit, sign or bracket that an amount is written with.
func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x24, 0x28, 0x29, 0x2B...0x2E, 0x30...0x39, 0xA3, 0x20AC, 0x2212, 0x2013: true
    default: false
    }
}

/// Whether a file says nothing of what a scalar shows.
func isPrivateUse(_ scalar: UInt32) -> Bool { scalar >= 0xE000 && scalar <= 0xF8FF }

/// Whether a line that ends in this may have cut a word.
func isHyphen(_ scalar: UInt32) -> Bool {
    scalar == 0x2D || scalar == 0x2010 || scalar == 0xAD
}

/// Whether a scalar may stand in a canonical text: no control, no noncharacter, no private use.
func isPrintable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xE000...0xF8FF, 0xFEFF, 0xFFFE...0xFFFF: false
    default: scalar < 0xE0000
    }
}
