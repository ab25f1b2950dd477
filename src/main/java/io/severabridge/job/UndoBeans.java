package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.reference.CodeTables;
import io.severabridge.reference.CodeTablesReader;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.sync.run.ReadMode;
import io.severabridge.sync.run.RunContext;
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
    RunRequirements needs(Company company) {
        return new RunRequirements(company, List.copyOf(Transfers.all("").keySet()));
    }

    @Bean
    UndoneRun undoneRun(Order order, BridgeDatabase bridge, Company company) {
        return UndoneRun.of(order.execution(), bridge, company.name());
    }

    @Bean
    SeveraClient severa(RunRequirements needs, Order order, UndoneRun run, Clock clock) {
        SeveraClient severa = new SeveraClient(needs.connection(run.scopes()), clock);
        severa.requireScopes("to take back execution " + order.execution());
        return severa;
    }

    @Bean
    CodeTables codes(Company company, RunRequirements needs, ErpDatabase erp, SeveraClient severa) {
        return new CodeTablesReader(company, erp, needs.statements(), severa).read();
    }

    @Bean
    RunContext workplace(
            Company company,
            RunRequirements needs,
            ErpDatabase erp,
            BridgeDatabase bridge,
            SeveraClient severa,
            CodeTables codes,
            Clock clock) {
        ReadMode whole = new ReadMode(true, null, null);
        return new RunContext(
                company, needs.system(), erp, needs.statements(), severa, codes, bridge, whole, false, clock);
    }
}
