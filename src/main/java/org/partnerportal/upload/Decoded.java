package org.partnerportal.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's text, and in which letters it was written. */
record Decoded(String encoding, String text) {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j"); // as Windows writes it
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** By its mark, else UTF-8 where every byte fits, else Shift_JIS where every byte fits. */
    static Optional<Decoded> of(byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes);
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length
                && body.slice(0, BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
        if (marked) {
            body.position(BYTE_ORDER_MARK.length);
        }
        return strictly(body, StandardCharsets.UTF_8, "UTF-8")
                .or(() -> marked ? Optional.empty() : strictly(body, SHIFT_JIS, "Shift_JIS"));
    }

    private static Optional<Decoded> strictly(ByteBuffer body, Charset charset, String name) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(body.duplicate())
                    .toString();
            // a workbook or a picture may decode by chance, but no text holds such characters
            return text.chars().anyMatch(letter -> letter < ' ' && "\t\r\n".indexOf(letter) < 0)
                    ? Optional.empty()
                    : Optional.of(new Decoded(name, text));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
