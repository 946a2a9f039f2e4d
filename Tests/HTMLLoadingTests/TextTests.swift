import HTMLLoading
import PaperModel
import Testing

@Suite("Canonical text")
struct TextTests {
    @Test("white space collapses as a browser shows it")
    func whiteSpace() throws {
        #expect(try read("<p> one \n\t two&nbsp;&nbsp;three </p>\n<p>\n</p><p>&nbsp;</p><div>four</div>").text == "one two three\nfour")
    }

    @Test("inline elements neither part words nor join them")
    func inlineElements() throws {
        #expect(try read("<p>a<b>b</b> <font>c</font> <u>d</u>e<img src=x>f</p>").text == "ab c def")
    }

    @Test("br is a line, two in a row part paragraphs")
    func lineBreaks() throws {
        let paper = try read("<p>Guildhall<br>High Street<br><br>By post</p>")
        #expect(paper.text == "Guildhall\nHigh Street\nBy post")
        #expect(paper.blocks.map(paper.words) == ["Guildhall\nHigh Street", "By post"])
    }

    @Test("what isn't shown isn't read")
    func hidden() throws {
        let html = """
            <script>var a = "<p>x</p>";</script><style>p {}</style><template>t</template><noscript>n</noscript>
            <p hidden>a</p><p style="Display : NONE">b</p><p style="visibility:hidden">c</p><select><option>d</select><p>seen</p><dialog>e</dialog>
            """
        #expect(try read(html).text == "seen")
    }

    @Test("a page hidden until its scripts have run is read")
    func hiddenBody() throws {
        #expect(try read("<body style='visibility:hidden'><p>Council tax</p></body>").text == "Council tax")
    }

    @Test("references and controls: Windows-1252 numbers, soft hyphens, zero-width and bidirectional marks")
    func references() throws {
        #expect(try read("<p>&pound;5 &#150; &#x80;9 bud&shy;get a\u{200B}b \u{202E}c &amp;amp;</p>").text == "£5 – €9 budget ab c &amp;")
    }

    @Test("the mark of a footnote doesn't join the number before it")
    func superscripts() throws {
        #expect(
            try read("<p>£3.4m<sup>1</sup> on the 8<sup>th</sup>, 20 m<sup>2</sup>, note <sup>[40]</sup></p>").text
                == "£3.4m¹ on the 8th, 20 m², note [⁴⁰]")
    }

    @Test("quotes that a browser prints and lines that it keeps")
    func quotesAndLines() throws {
        #expect(try read("<p>She said <q>no</q>.</p><pre>one\n  two</pre>").text == "She said “no”.\none\ntwo")
    }

    @Test("a page without words says so")
    func empty() throws {
        let paper = try read("<html><body><script>fill()</script></body></html>")
        #expect(paper.text.isEmpty)
        #expect(paper.notices.map(\.code) == [.noText])
    }
}
