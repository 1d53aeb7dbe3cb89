package org.partnerportal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Demo accounts have a public password: where they may be, and that they are no accounts without demo data. */
class DemoDataTests {

    private static final String EMBEDDED = "jdbc:h2:file:./data/portal";
    private static final String SERVER = "jdbc:postgresql://database/portal";

    private static DemoData demoData(Boolean data, String database) {
        return new DemoData(new DemoProperties(data, "demo"), database);
    }

    @Test
    void isThereByDefaultOnTheEmbeddedDatabaseOnly() {
        assertThat(demoData(null, EMBEDDED).isOn()).isTrue();
        assertThat(demoData(null, SERVER).isOn()).isFalse();
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(demoData(false, EMBEDDED).isOn()).isFalse();
    }

    @Test
    void isRefusedOnADatabaseServer() {
        assertThatThrownBy(() -> demoData(true, SERVER)).hasMessageContaining("portal.demo.data");
    }

    @Test
    void demoAccountsAreNotUsableOnceItIsSwitchedOff() {
        var row = new CredentialsRow(UUID.randomUUID(), "hash", Standing.ACTIVE, Standing.ACTIVE, true);
        assertThat(row.credentials(true).usable()).isTrue();
        assertThat(row.credentials(false).usable()).isFalse();
    }
}
