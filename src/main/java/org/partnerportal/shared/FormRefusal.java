package org.partnerportal.shared;

/** Why a form is not taken, whatever it is for. */
enum FormRefusal implements Refusal {
    /** It was sent before and said something else then; that counts. */
    SENT_BEFORE(Kind.CONFLICT);

    private final Kind kind;

    FormRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
