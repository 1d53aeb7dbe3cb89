package org.partnerportal.upload;

import org.partnerportal.shared.Refusal;

/** Why a file as a whole is not taken. */
public enum UploadRefusal implements Refusal {
    /** No file was chosen, or nothing is in it. */
    FILE_MISSING,
    /** It is larger than the portal takes. */
    FILE_TOO_LARGE,
    /** It is neither UTF-8 nor Shift_JIS, or no text at all. */
    ENCODING_UNKNOWN,
    /** A quotation mark is opened and never closed. */
    QUOTE_NOT_CLOSED,
    /** Something stands behind a closing quotation mark, or the file can't be read as CSV otherwise. */
    MALFORMED,
    /** It has more columns than any list of ours. */
    TOO_MANY_COLUMNS,
    /** A cell is longer than anything that could stand there. */
    CELL_TOO_LONG,
    /** It has more rows than are taken at once. */
    TOO_MANY_ROWS,
    /** Under the heading there is nothing. */
    NO_ROWS;

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String field() {
        return "file";
    }
}
