package org.partnerportal.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every journey relies on: the look at a page sees what is wrong with it. */
class LooksRightTests extends BrowserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | <img src='data:,'>                                                      | image-alt",
                "ja | <img src='data:,'>                                                      | image-alt",
                "en | <p style='color: #999; background: #aaa'>Hard to read</p>               | color-contrast",
                "en | <p style='width: 400px'>Wider than a phone</p>                          | width at 320 px",
                "ja | <p>??start.title_ja??</p>                                               | texts without a message"
            })
    void seesWhatIsWrong(String language, String content, String told) {
        Visitor visitor = new Visitor(language);
        visitor.page.setContent("<!DOCTYPE html><html lang='" + language
                + "'><head><title>Page</title></head><body><main>" + content + "</main></body></html>");
        assertThatThrownBy(() -> visitor.looksRight("wrong"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(told);
    }
}
