package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpAccess;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.severa.SeveraClient;
import io.severabridge.store.Neighbours;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.sync.run.Progress;
import io.severabridge.sync.run.RunContext;
import io.severabridge.sync.step.Steps;
import java.time.Clock;
import java.util.Set;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A job of one company, on its own databases or on copies of them. */
@Configuration(proxyBeanMethods = false)
@Import(BatchBeans.class)
class JobBeans {
    @Bean
    RunRequirements needs(Company company, JobOrder order) {
        return new RunRequirements(company, order.chosen());
    }

    @Bean
    SeveraClient severa(RunRequirements needs, Clock clock) {
        return new SeveraClient(needs.connection(Set.of()), clock);
    }

    @Bean
    ReferenceData referenceData(
            Company company, RunRequirements needs, ErpDatabase erp, SeveraClient severa, Clock clock) {
        return ReferenceData.read(company, needs, erp, severa, clock);
    }

    @Bean
    Neighbours neighbours(BridgeDatabase bridge, Company company) {
        return new Neighbours(bridge, company);
    }

    @Bean
    RunContext workplace(
            Company company,
            RunRequirements needs,
            JobOrder order,
            ErpAccess erp,
            BridgeDatabase bridge,
            SeveraClient severa,
            ReferenceData reference,
            Clock clock) {
        RunContext work = new RunContext(
                company,
                needs.system(),
                erp,
                needs.statements(),
                severa,
                reference.codes(),
                bridge,
                order.reading(),
                order.rehearsal(),
                clock);
        work.know(Transfers.parts());
        return work;
    }

    @Bean
    Steps steps(RunContext work, JobRepository repository, JobOrder order, Progress progress) {
        return new Steps(work, repository, order.limits(), progress);
    }

    @Bean
    JobLauncher launch(
            BridgeDatabase bridge,
            JobOrder order,
            JobRepository repository,
            JobOperator operator,
            Signals signals,
            Clock clock) {
        return new JobLauncher(bridge, order, repository, operator, signals, clock);
    }
}
