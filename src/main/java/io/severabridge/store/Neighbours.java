package io.severabridge.store;

import io.severabridge.company.Company;
import io.severabridge.failure.Finding;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.Claims;
import io.severabridge.store.ledger.Watermarks;
import java.util.ArrayList;
import java.util.List;

/** Other companies of the same bridge database, as far as one of them may be this one under another name. */
public final class Neighbours {
    private static final String ERP = "used erp";
    private static final String ORGANISATION = "used organisation";

    private final BridgeDatabase bridge;
    private final Company company;

    public Neighbours(BridgeDatabase bridge, Company company) {
        this.bridge = bridge;
        this.company = company;
    }

    /** Which marks a copy needs of all companies, as a condition. */
    static String known() {
        return "NAME IN ('" + ERP + "', '" + ORGANISATION + "', '" + Watermarks.LOOK + "')";
    }

    /** Notes what this company works on. */
    public void note() {
        Watermarks marks = new Watermarks(bridge, company.name());
        marks.put(ERP, Claims.erp(company));
        marks.put(ORGANISATION, Claims.organisation(company));
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        List<String> sameErp = others(ERP, Claims.erp(company));
        if (!sameErp.isEmpty()) {
            findings.add(Finding.error(
                    "erp-shared",
                    "company",
                    names(sameErp) + " of this bridge database works on the same ERP database: each of the two would"
                            + " take the GUIDs of the other for its own",
                    "keep one company file for it; after a change of its name, give it the old name " + sameErp.get(0)
                            + " again"));
        }
        List<String> sameOrganisation = others(ORGANISATION, Claims.organisation(company));
        sameOrganisation.removeAll(sameErp);
        if (!sameOrganisation.isEmpty()) {
            findings.add(Finding.warning(
                    "organisation-shared",
                    "severa.client-id",
                    names(sameOrganisation) + " of this bridge database sends to the same organisation of Severa",
                    "give each ERP company its own organisation, or look whether the file names the right ERP"));
        }
        List<String> all = all();
        all.removeAll(sameErp);
        if (!all.isEmpty() && new Watermarks(bridge, company.name()).get(Watermarks.LOOK) == null) {
            findings.add(Finding.warning(
                    "bridge-shared",
                    "bridge-database",
                    "the bridge database holds " + names(all) + ", and has no run of " + company.name() + " yet",
                    "go on if this is another company; after a change of its name, give it the old one again, because"
                            + " links are kept under it"));
        }
        return findings;
    }

    private static String names(List<String> companies) {
        return (companies.size() == 1 ? "company " : "companies ") + String.join(", ", companies);
    }

    private List<String> others(String name, String mark) {
        return new ArrayList<>(bridge.jdbc()
                .sql(
                        "SELECT COMPANY FROM BRIDGE_WATERMARK WHERE COMPANY <> ? AND NAME = ? AND MARK = ? ORDER BY COMPANY")
                .params(company.name(), name, mark)
                .query(String.class)
                .list());
    }

    private List<String> all() {
        return new ArrayList<>(bridge.jdbc()
                .sql("SELECT DISTINCT COMPANY FROM BRIDGE_WATERMARK WHERE COMPANY <> ? ORDER BY COMPANY")
                .param(company.name())
                .query(String.class)
                .list());
    }
}
