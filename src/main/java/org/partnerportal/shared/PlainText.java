package org.partnerportal.shared;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What may stand in a name or a note: text that shows itself as it is. */
public final class PlainText {

    private PlainText() {}

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** Letters by their type, and yet nothing to see. */
    private static final Set<Integer> HANGUL_FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0);

    /** Scripts in which a joiner never changes how a letter looks. */
    private static final Set<UnicodeScript> UNJOINED = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL);

    /** Whether the text is one line, without control characters, invisible ones and signs that turn other text around. */
    public static boolean isOneLine(String text) {
        int before = ' ';
        for (int letter : text.codePoints().toArray()) {
            boolean joiner = letter == ZERO_WIDTH_NON_JOINER || letter == ZERO_WIDTH_JOINER;
            if (joiner ? !isJoined(before) : misleads(letter)) {
                return false;
            }
            before = letter;
        }
        return true;
    }

    /** Whether a joiner behind it does something: within a picture made of several, or in a script that joins its letters. */
    private static boolean isJoined(int before) {
        int type = Character.getType(before);
        return type == Character.OTHER_SYMBOL
                || type == Character.MODIFIER_SYMBOL
                || before == EMOJI_STYLE
                || !UNJOINED.contains(UnicodeScript.of(before));
    }

    /** Whether the text is one line with something to see, and no longer than that. */
    public static boolean isLine(String text, int longest) {
        return text.length() <= longest && isOneLine(text) && isVisible(text);
    }

    /** The same of several lines, without signs that mislead in any of them. */
    public static boolean isText(String text, int longest) {
        return text.length() <= longest && text.lines().allMatch(PlainText::isOneLine) && isVisible(text);
    }

    /** Whether there is anything to see: a letter, a digit or a symbol. */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean misleads(int letter) {
        return HANGUL_FILLERS.contains(letter)
                || switch (Character.getType(letter)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }
}
