package io.severabridge.sync.step;

import io.severabridge.sync.definition.SeveraResource;
import io.severabridge.sync.definition.StepName;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.run.RejectThresholds;
import io.severabridge.sync.staging.Preparation;
import io.severabridge.sync.staging.ReadCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/** Makes the steps of one job that read and match: each list and each table is read once, whichever directions follow. */
final class ReadingSteps {
    private final JobRepository repository;
    private final RejectThresholds limits;
    /** Resources that a step reads which is made already. */
    private final Set<String> readOfSevera = new HashSet<>();

    private final Set<String> readSeveraNames = new HashSet<>();
    private final Set<String> readOfErp = new HashSet<>();

    ReadingSteps(JobRepository repository, RejectThresholds limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /** Those before the step of an entity that looks at its records, as far as none before has read the same. */
    List<Step> steps(Transfer transfer, String entity, Preparation<?, ?> preparation) {
        List<SeveraResource<?>> unread = preparation.resources().stream()
                .filter(resource -> readOfSevera.add(resource.name()))
                .toList();
        List<Step> steps = new ArrayList<>();
        if (!unread.isEmpty()) {
            String name = readSeveraNames.add(entity)
                    ? StepName.readSevera(entity)
                    : StepName.readSevera(entity, unread.get(0).name());
            steps.add(step(name, () -> preparation.readSevera(unread)));
        }
        if (readOfErp.add(entity)) {
            steps.add(step(StepName.readErp(entity), preparation::readErp));
        }
        steps.add(step(StepName.match(entity, transfer.direction()), preparation::match));
        return steps;
    }

    Step step(String name, Supplier<ReadCounts> reading) {
        return new ReadingStep(name, repository, limits, reading);
    }
}
