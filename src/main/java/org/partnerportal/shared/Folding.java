package org.partnerportal.shared;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How names and words are compared: in one width and case, katakana as hiragana, small kana as large ones, without accents,
 * long-vowel marks and signs, and old forms of a few Chinese characters in names as new ones. Whoever changes it raises
 * {@code DirectoryEntry.FOLDING}.
 */
public final class Folding {

    private static final int KATAKANA_TO_HIRAGANA = 'ァ' - 'ぁ';
    private static final String SMALL = "ぁぃぅぇぉっゃゅょゎゕゖ";
    private static final String LARGE = "あいうえおつやゆよわかけ";
    // behind a letter they become one letter with it; the signs that people type have a space before them
    private static final char VOICED = '\u3099';
    private static final char HALF_VOICED = '\u309A';

    /** What people type for the long-vowel mark behind kana. */
    private static final String DASHES = "ー-‐‑‒–—―−";

    private static final Map<Integer, String> LETTERS = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
            (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

    private static final String OLD_FORMS = "髙﨑德邉邊齋齊濵濱澤廣國會學惠眞瀨櫻龍";
    private static final String NEW_FORMS = "高崎徳辺辺斎斉浜浜沢広国会学恵真瀬桜竜";

    /** What a company is by law; it stands before or behind a name and seldom in what people type. */
    private static final Set<String> CORPORATE_WORDS = Set.of(
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "co",
            "company",
            "ltd",
            "limited",
            "llc",
            "llp",
            "plc",
            "gmbh",
            "ag",
            "kg",
            "ug",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "oy",
            "oyj",
            "ab",
            "as",
            "asa",
            "aps",
            "pty",
            "pte",
            "kk",
            "gk");

    private static final List<String> CORPORATE_FORMS =
            List.of("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "特定非営利活動法人");

    private static final Pattern BETWEEN_JAPANESE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

    private Folding() {}

    /** The words of a text, folded, with one space between them. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(beforeNormalizing(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        int before = ' ';
        for (int letter : plain.codePoints().toArray()) {
            String part = letter(letter, before);
            if (!part.equals(" ") || (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')) {
                folded.append(part);
            }
            before = letter;
        }
        return folded.toString().strip();
    }

    /** Signs that stand for a corporate form and would run into the name beside it. */
    private static String beforeNormalizing(String text) {
        return text.replace('゛', VOICED)
                .replace('゜', HALF_VOICED)
                .replace("㈱", " 株式会社 ")
                .replace("㈲", " 有限会社 ")
                .replaceAll("[(（]株[)）]", " 株式会社 ")
                .replaceAll("[(（]有[)）]", " 有限会社 ")
                .replaceAll("[(（]同[)）]", " 合同会社 ")
                .replaceAll("(?<=\\p{L})['’](?=\\p{L})", "") // O'Brien is one word
                .replaceAll("(?<=\\b\\p{Lu})\\.(?=\\p{Lu}\\b)", ""); // so is S.A.
    }

    private static String letter(int letter, int before) {
        if (isKana(before) && DASHES.indexOf(letter) >= 0) {
            return "";
        }
        int hiragana = 'ァ' <= letter && letter <= 'ヶ' ? letter - KATAKANA_TO_HIRAGANA : letter;
        if (SMALL.indexOf(hiragana) >= 0) {
            return LARGE.substring(SMALL.indexOf(hiragana), SMALL.indexOf(hiragana) + 1);
        }
        if (OLD_FORMS.indexOf(letter) >= 0) {
            return NEW_FORMS.substring(OLD_FORMS.indexOf(letter), OLD_FORMS.indexOf(letter) + 1);
        }
        if (LETTERS.containsKey(letter)) {
            return LETTERS.get(letter);
        }
        if (Character.getType(letter) == Character.NON_SPACING_MARK) {
            return "";
        }
        return Character.isLetterOrDigit(hiragana) ? bare(hiragana) : " ";
    }

    private static boolean isKana(int letter) {
        return letter == 'ー'
                || UnicodeScript.of(letter) == UnicodeScript.KATAKANA
                || UnicodeScript.of(letter) == UnicodeScript.HIRAGANA;
    }

    /** The letter without its accents; kana and Hangul, which are taken apart too, stay as they are. */
    private static String bare(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        boolean accented =
                script == UnicodeScript.LATIN || script == UnicodeScript.GREEK || script == UnicodeScript.CYRILLIC;
        String text = Character.toString(letter);
        return accented ? Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "") : text;
    }

    /** A folded text without the spaces between Japanese words, where some people write them and others do not. */
    public static String joined(String folded) {
        return BETWEEN_JAPANESE.matcher(folded).replaceAll("");
    }

    /** A folded name without its corporate forms; the name itself where nothing else is left. */
    public static String withoutForms(String folded) {
        String bare = Arrays.stream(folded.split(" "))
                .filter(word -> !CORPORATE_WORDS.contains(word))
                .map(Folding::withoutForm)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return bare.isEmpty() ? folded : bare;
    }

    /** In Japanese the form stands at either end without a space. */
    private static String withoutForm(String word) {
        String bare = word;
        for (String form : CORPORATE_FORMS) {
            bare = bare.startsWith(form) ? bare.substring(form.length()) : bare;
            bare = bare.endsWith(form) ? bare.substring(0, bare.length() - form.length()) : bare;
        }
        return bare;
    }

    /** What somebody types, as words to look for; empty where there is nothing that could be found. */
    public static List<String> words(String typed, int most) {
        return Arrays.stream(withoutForms(fold(typed)).split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }
}
