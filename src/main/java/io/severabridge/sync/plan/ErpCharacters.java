package io.severabridge.sync.plan;

import io.severabridge.erp.CodePage;
import io.severabridge.erp.ColumnRejects;
import io.severabridge.failure.Rejected;
import io.severabridge.sync.record.RowHash;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** The ERP stores single-byte text: what is not in its code page would come back as a question mark. */
final class ErpCharacters {
    private ErpCharacters() {}

    /**
     * Refuses a row with a text that the ERP could not take back.
     *
     * @throws Rejected naming the column and the character
     */
    static void refuseForeign(Record row, CodePage codePage) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (component.getType() != String.class) {
                continue;
            }
            String text = String.valueOf(RowHash.value(component, row));
            Optional<Integer> foreign = codePage.firstForeign(text);
            if (foreign.isPresent()) {
                throw new Rejected(
                        ColumnRejects.OUTSIDE_CODE_PAGE,
                        component.getName(),
                        text,
                        "the character U+" + String.format("%04X", foreign.get()) + " is not in the ERP's code page "
                                + codePage.name());
            }
        }
    }
}
