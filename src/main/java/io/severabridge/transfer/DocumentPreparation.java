package io.severabridge.transfer;

import io.severabridge.severa.SeveraClient;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Lists the documents that are to be handed over, in a step of its own, which a restart begins again. */
final class DocumentPreparation<S extends Record, D extends Record, E extends Record> {
    private final Transfer transfer;
    private final DocumentDefinition<S, D, E> documents;
    private final Workplace work;
    private final String step;
    private final LongAdder calls = new LongAdder();
    private final SeveraClient severa;
    private List<String> due = List.of();

    /** {@code step} is the one that hands the documents over. */
    DocumentPreparation(Transfer transfer, DocumentDefinition<S, D, E> documents, Workplace work, String step) {
        this.transfer = transfer;
        this.documents = documents;
        this.work = work;
        this.step = step;
        this.severa = work.severa.counting(calls);
    }

    ReadCounts readSevera() {
        SeveraReading reading = new SeveraReading(work, severa);
        List<String> listed = reading.documents(documents);
        reading.closeRejects(transfer.name(), documents, listed);
        Chosen chosen = work.reading.chosen();
        due = chosen == null
                ? listed
                : listed.stream().filter(chosen.of(step)::contains).toList();
        return reading.counts();
    }

    /** The GUIDs of the documents, in their order. */
    List<String> due() {
        return due;
    }

    /** The calls to Severa of this step and of the one that hands the documents over, which counts them. */
    LongAdder calls() {
        return calls;
    }

    SeveraClient severa() {
        return severa;
    }
}
