package io.severabridge.sync.definition;

import io.severabridge.sync.mapping.Direction;

/**
 * The format of step names, as the tables of executions keep them: the name of a transfer for its first part, with the
 * entity behind a slash for the others. Before it, the steps that read and match have the name of the entity, with what they
 * do behind a slash.
 */
public final class StepName {
    private static final char SLASH = '/';
    private static final String READ_SEVERA = "/read-severa";
    private static final String READ_ERP = "/read-erp";
    private static final String MATCH = "/match-";

    private StepName() {}

    public static String of(Transfer transfer, StepDefinition part) {
        return part == transfer.parts().get(0) ? transfer.name() : transfer.name() + SLASH + part.entity();
    }

    /** The step that reads the records of an entity from Severa. */
    public static String readSevera(String entity) {
        return entity + READ_SEVERA;
    }

    /** The step that reads more of Severa, for an entity whose own records are read already. */
    public static String readSevera(String entity, String resource) {
        return entity + READ_SEVERA + SLASH + resource;
    }

    /** The step that reads the records of an entity from the ERP. */
    public static String readErp(String entity) {
        return entity + READ_ERP;
    }

    /** The step that matches the records of an entity, before they go one way. */
    public static String match(String entity, Direction direction) {
        return entity + MATCH + direction.word();
    }

    /** Whether a step only reads or matches, before the records of an entity go one way. */
    public static boolean isPreparation(String step) {
        return step.contains(READ_SEVERA) || step.endsWith(READ_ERP) || step.contains(MATCH);
    }

    /** Name of the transfer that a step belongs to. */
    public static String transfer(String step) {
        int slash = step.indexOf(SLASH);
        return slash < 0 ? step : step.substring(0, slash);
    }
}
