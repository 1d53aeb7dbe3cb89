package org.partnerportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names and words are compared, in both languages. */
class FoldingTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            アオゾラ,           あおぞら
            ｱｵｿﾞﾗ,             あおぞら
            あおぞら,           あおぞら
            クラウド,           くらうど
            Ｃｌｏｕｄ ３６５,   cloud 365
            CLOUD,             cloud
            サーバー,           さば
            サーバ,             さば
            デ―タ,             でた
            キヤノン,           きやのん
            キャノン,           きやのん
            あおぞら・クラウド,  あおぞら くらうど
            あおぞら･ｸﾗｳﾄﾞ,     あおぞら くらうど
            髙﨑,               高崎
            渡邉,               渡辺
            Café Zürich,        cafe zurich
            Łódź Smørrebrød,    lodz smorrebrod
            Straße,             strasse
            İstanbul ılık,      istanbul ilik
            Ελλάς Ώρα,          ελλας ωρα
            Йога,               иога
            O'Brien,            obrien
            O’Brien,            obrien
            e-mail/web,         e mail web
            alderfinch.example, alderfinch example
            ㈱あおぞら,          株式会社 あおぞら
            (株)あおぞら,        株式会社 あおぞら
            あおぞら（株）,      あおぞら 株式会社
            S.A. Lumière,       sa lumiere
            ヴィラ,             ゔいら
            한국어,             한국어
            ①②③,               123
            ㌔メートル,          きろめとる
            か゛く,             がく
            """)
    void foldsWhatPeopleWriteInDifferentWays(String typed, String folded) {
        assertThat(Folding.fold(typed)).isEqualTo(folded);
    }

    @Test
    void foldsTwiceAsOnce() {
        for (String text : new String[] {"株式会社アオゾラ・クラウド", "Ünïcödé GmbH & Co. KG", "ｶﾞｷﾞｸﾞ", "İI", "ǅ", "ﬁ"}) {
            String once = Folding.fold(text);
            assertThat(Folding.fold(once)).as(text).isEqualTo(once);
        }
    }

    @Test
    void leavesNothingThatADatabaseTakesForAPattern() {
        assertThat(Folding.fold("100%_!\\*?'\"\u0000\n<script>")).isEqualTo("100 script");
        assertThat(Folding.fold("％＿！")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            株式会社あおぞら,        あおぞら
            あおぞら株式会社,        あおぞら
            ㈱アオゾラ,             あおぞら
            アオゾラ（株）,          あおぞら
            有限会社 みどり,         みどり
            Alder Finch Inc.,      alder finch
            'Contoso Co., Ltd.',   contoso
            Bergmann GmbH & Co. KG, bergmann
            Van Dijk B.V.,         van dijk
            Fjord AS,              fjord
            株式会社,               株式会社
            GmbH,                  gmbh
            """)
    void leavesCorporateFormsOutUnlessNothingElseIsThere(String name, String bare) {
        assertThat(Folding.withoutForms(Folding.fold(name))).isEqualTo(bare);
    }

    @Test
    void takesEachWordOnceAndNoMoreThanAFew() {
        assertThat(Folding.words("  Cloud　クラウド cloud ", 8)).containsExactly("cloud", "くらうど");
        assertThat(Folding.words("a b c d", 3)).containsExactly("a", "b", "c");
        assertThat(Folding.words("%%% ！？", 8)).isEmpty();
    }

    @Test
    void joinsJapaneseWordsOnly() {
        assertThat(Folding.joined("くらうど 移行 azure ad")).isEqualTo("くらうど移行 azure ad");
    }
}
