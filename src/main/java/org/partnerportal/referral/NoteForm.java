package org.partnerportal.referral;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.Ids;
import org.partnerportal.shared.Parse;

/** What the form of a note for colleagues sends, as typed. */
record NoteForm(@Nullable String id, @Nullable String note) {

    static NoteForm empty() {
        return new NoteForm(Ids.next().toString(), "");
    }

    /** The id of the note to be, chosen with the form: sent twice, it is still one note. */
    UUID step() {
        return Parse.uuid(id).orElseGet(Ids::next);
    }

    String text() {
        return Parse.text(note).replace("\r\n", "\n").strip();
    }
}
