package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.sync.run.Reading;
import io.severabridge.sync.run.Workplace;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a run of one company is taken back with. */
@Configuration(proxyBeanMethods = false)
class UndoBeans {
    /** Which run is to be taken back, by one of its executions. */
    record Order(long execution) {}

    @Bean
    Needs needs(Company company) {
        return new Needs(company, List.copyOf(Transfers.all("").keySet()));
    }

    @Bean
    UndoneRun undoneRun(Order order, BridgeDatabase bridge, Company company) {
        return UndoneRun.of(order.execution(), bridge, company.name());
    }

    @Bean
    SeveraClient severa(Needs needs, Order order, UndoneRun run, Clock clock) {
        SeveraClient severa = new SeveraClient(needs.connection(run.scopes()), clock);
        severa.requireScopes("to take back execution " + order.execution());
        return severa;
    }

    @Bean
    CodeTables codes(Company company, Needs needs, ErpDatabase erp, SeveraClient severa) {
        return new CodeTablesReader(company, erp, needs.statements(), severa).read();
    }

    @Bean
    Workplace workplace(
            Company company,
            Needs needs,
            ErpDatabase erp,
            BridgeDatabase bridge,
            SeveraClient severa,
            CodeTables codes,
            Clock clock) {
        Reading whole = new Reading(true, null, null);
        return new Workplace(
                company, needs.system(), erp, needs.statements(), severa, codes, bridge, whole, false, clock);
    }
}
