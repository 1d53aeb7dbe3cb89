package org.partnerportal.software;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnerportal.shared.Ids;
import org.partnerportal.tenant.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes software products for tests. */
@TestComponent
public class SoftwareFixture {

    /** What the products of {@link #onSale} cost by the month, in pence, which the customers of tests pay. */
    public static final String MONTH_IN_GBP = "190";

    private final SoftwareService software;
    private final JdbcTemplate database;

    SoftwareFixture(SoftwareService software, JdbcTemplate database) {
        this.software = software;
        this.database = database;
    }

    /** What the form of a product sends that has a name in both languages and a price in pounds. */
    static SoftwareForm form(UUID id, String seen, String name, String monthGbp) {
        return new SoftwareForm(
                id.toString(), seen, name, "名簿", "For classes", "クラスのために", "", "", "", "", monthGbp, "19.00", "", "");
    }

    /** A product that nobody can buy yet. */
    public UUID draft(Actor vendor) {
        return software.add(vendor, form(Ids.next(), "", "Class Roster", "1.90"));
    }

    /** A product that the vendor's customers can buy. */
    public UUID onSale(Actor vendor) {
        UUID id = draft(vendor);
        software.putOnSale(vendor, id);
        return id;
    }

    public void withdraw(Actor vendor, UUID product) {
        software.withdraw(vendor, product);
    }

    /** Calls it something else, at another price. */
    public void change(Actor vendor, UUID product, String name, String monthGbp) {
        long seen = software.one(vendor, product).product().version();
        software.edit(vendor, product, form(product, String.valueOf(seen), name, monthGbp));
    }

    /** Fills the lists past everything that rules, with products on sale. */
    void fill(Actor vendor, int number) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> prices = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            UUID id = Ids.next();
            rows.add(new Object[] {id, vendor.tenant().value(), "Product " + at});
            prices.add(new Object[] {id});
        }
        database.batchUpdate("""
                insert into software_product (id, version, partner_id, name_en, name_ja, description_en,
                    description_ja, status, created_at, created_by, changed_at)
                values (?, 0, ?, ?, '', 'Filled', '', 'ON_SALE', now(), 'sam', now())
                """, rows);
        database.batchUpdate(
                "insert into software_price (product_id, currency, month_price) values (?, 'GBP', 190)", prices);
    }
}
