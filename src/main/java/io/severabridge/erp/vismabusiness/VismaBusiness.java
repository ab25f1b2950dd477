package io.severabridge.erp.vismabusiness;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.ErpTime;
import io.severabridge.erp.statement.Stamp;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Visma Business. */
public final class VismaBusiness implements ErpSystem {
    /** Milliseconds since midnight; some tables have them, and others poll on them (schema reference, audit columns). */
    private static final Stamp STAMP = new Stamp(
            Map.of("ChDt", "changeDate", "ChTm", "changeTime", "ChUsr", "changeUser"),
            Map.of("CreDt", "changeDate", "CreTm", "changeTime", "CreUsr", "changeUser"),
            Map.of("ChTmms", "changeMilliseconds"));

    private static final Template ASSOCIATE = new Template(
            "reference/associate", Set.of("lckst", "chprc", "chsm", "chtmms", "credt", "cretm", "creusr"), "associate");

    /** Numbers of records, and organisational units. */
    private static final Pattern LOOKED_UP_BY = Pattern.compile("(?i).*(No|R\\d+)");

    @Override
    public String name() {
        return "visma-business";
    }

    @Override
    public Map<String, @Nullable String> settings(Company company) {
        return ChosenNames.of(company);
    }

    @Override
    public Stamp stamp() {
        return STAMP;
    }

    @Override
    public ErpTime time(ErpAccess access, Statements statements, Company.Erp erp, Clock clock) {
        return ServerTime.of(access, statements, erp.changeUser(), clock);
    }

    @Override
    public Template template() {
        return ASSOCIATE;
    }

    @Override
    public boolean isLookedUpBy(String column) {
        return LOOKED_UP_BY.matcher(column).matches();
    }

    @Override
    public List<String> checkStatements(Company company, boolean costs) {
        return costs ? VoucherTypes.statements(company) : List.of();
    }

    @Override
    public List<Finding> findings(Company company, ErpDatabase database, Statements statements, boolean costs) {
        return costs ? VoucherTypes.findings(company, database, statements) : List.of();
    }
}
