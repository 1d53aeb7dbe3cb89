package org.partnerportal.shared;

/** What may stand in a name or a note: text that shows itself as it is. */
public final class PlainText {

    private PlainText() {}

    /** Whether the text is one line, without control characters and without signs that turn other text around. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(PlainText::misleads);
    }

    /** Whether there is anything to see: a letter, a digit or a symbol. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean misleads(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default ->
                switch (Character.getDirectionality(letter)) {
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
                    default -> false;
                };
        };
    }
}
