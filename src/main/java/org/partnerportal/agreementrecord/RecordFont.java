package org.partnerportal.agreementrecord;

import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The font of the records, with Latin and Japanese letters, and what it cannot write. */
@Component
class RecordFont {

    static final String NAME = "BIZ UDPGothic";

    private static final ClassPathResource FILE = new ClassPathResource("agreementrecord/BIZUDPGothic-Regular.ttf");

    private final CmapLookup letters;

    RecordFont() throws IOException {
        try (TrueTypeFont font = parse()) {
            letters = font.getUnicodeCmapLookup();
        }
    }

    private static TrueTypeFont parse() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(FILE.getContentAsByteArray()));
    }

    /** The font for a document, which takes of it what it uses. Letters stay single, so that text can be searched and copied. */
    PDFont embed(PDDocument document) throws IOException {
        TrueTypeFont font = parse();
        font.setEnableGsub(false); // else "fi" is one sign that no reader can take for two letters
        return PDType0Font.load(document, font, true);
    }

    boolean has(int letter) {
        return letters.getGlyphId(letter) > 0;
    }

    /**
     * The text with each letter that the font lacks by its number, as in [U+1F600]: a record never hides anything. What
     * only chooses between shapes of the letter before it is left out.
     */
    String writable(String text) {
        return text.codePoints()
                .filter(letter -> !isShape(letter))
                .mapToObj(letter -> has(letter) ? Character.toString(letter) : String.format("[U+%04X]", letter))
                .collect(Collectors.joining());
    }

    private static boolean isShape(int letter) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(letter);
        return Character.UnicodeBlock.VARIATION_SELECTORS.equals(block)
                || Character.UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT.equals(block);
    }
}
