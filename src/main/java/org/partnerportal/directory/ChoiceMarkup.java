package org.partnerportal.directory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes the choices of the filters, of which a page has a hundred: as elements of a template they took most of the time of
 * a search. Whatever is not written here goes through {@link #escaped}.
 */
final class ChoiceMarkup {

    private ChoiceMarkup() {}

    static String of(Facet facet, List<DirectoryPage.Choice> choices) {
        return choices.stream().map(choice -> of(facet, choice)).collect(Collectors.joining("\n"));
    }

    private static String of(Facet facet, DirectoryPage.Choice choice) {
        return "<label class=\"form-check\"><input class=\"form-check-input\" type=\"checkbox\" form=\"search\" name=\""
                + escaped(facet.word()) + "\" value=\"" + escaped(choice.value()) + "\""
                + (choice.chosen() ? " checked=\"checked\"" : "")
                + "><span class=\"form-check-label\"><span>" + escaped(choice.label())
                + "</span> <small class=\"text-secondary\">" + escaped(choice.number()) + "</small></span></label>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
