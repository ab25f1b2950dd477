package io.severabridge.job;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpSystem;
import io.severabridge.erp.vismabusiness.VismaBusiness;
import io.severabridge.failure.WrongSetUp;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ERPs that this version speaks to. */
public final class ErpSystems {
    private static final List<ErpSystem> ALL = new CopyOnWriteArrayList<>(List.of(new VismaBusiness()));

    private ErpSystems() {}

    /** What {@code erp.system} may be. */
    public static List<String> names() {
        return ALL.stream().map(ErpSystem::name).toList();
    }

    /**
     * The ERP of a company.
     *
     * @throws WrongSetUp if this version does not speak to it
     */
    public static ErpSystem of(Company company) {
        String name = company.erp().system();
        return ALL.stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongSetUp(
                        "erp.system: expected " + String.join(" or ", names()) + ", found \"" + name + "\""));
    }

    /** One more, until it is taken away again. */
    public static Registration with(ErpSystem system) {
        ALL.add(system);
        return () -> ALL.remove(system);
    }

    /** Takes an ERP away again. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
