package io.severabridge.sync.staging;

import io.severabridge.severa.SeveraClient;
import io.severabridge.sync.definition.DocumentDefinition;
import io.severabridge.sync.definition.Transfer;
import io.severabridge.sync.run.RecordSelection;
import io.severabridge.sync.run.RunContext;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Lists the documents that are to be handed over, in a step of its own, which a restart begins again. */
public final class DocumentPreparation<S extends Record, D extends Record, E extends Record> {
    private final Transfer transfer;
    private final DocumentDefinition<S, D, E> documents;
    private final RunContext work;
    private final String step;
    private final LongAdder calls = new LongAdder();
    private final SeveraClient severa;
    private List<String> due = List.of();

    /** {@code step} is the one that hands the documents over. */
    public DocumentPreparation(Transfer transfer, DocumentDefinition<S, D, E> documents, RunContext work, String step) {
        this.transfer = transfer;
        this.documents = documents;
        this.work = work;
        this.step = step;
        this.severa = work.severa.counting(calls);
    }

    public ReadCounts readSevera() {
        SeveraReading reading = new SeveraReading(work, severa);
        List<String> listed = reading.documents(documents);
        reading.closeRejects(transfer.name(), documents, listed);
        RecordSelection chosen = work.reading.chosen();
        due = chosen == null
                ? listed
                : listed.stream().filter(chosen.of(step)::contains).toList();
        return reading.counts();
    }

    /** The GUIDs of the documents, in their order. */
    public List<String> due() {
        return due;
    }

    /** The calls to Severa of this step and of the one that hands the documents over, which counts them. */
    public LongAdder calls() {
        return calls;
    }

    public SeveraClient severa() {
        return severa;
    }
}
