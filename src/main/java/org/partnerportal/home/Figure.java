package org.partnerportal.home;

import java.text.NumberFormat;
import java.util.Locale;
import org.partnerportal.shared.CutCount;

/**
 * A number on the start page.
 *
 * @param name the end of its message
 * @param text the number as people read it
 * @param address the page that shows what was counted
 */
record Figure(String name, String text, String address) {

    /** A count that may have stopped at {@link CutCount#MOST}. */
    static Figure of(String name, long count, String address, Locale locale) {
        long shown = Math.min(count, CutCount.MOST);
        String text = NumberFormat.getIntegerInstance(locale).format(shown);
        return new Figure(name, count > CutCount.MOST ? text + "+" : text, address);
    }
}
