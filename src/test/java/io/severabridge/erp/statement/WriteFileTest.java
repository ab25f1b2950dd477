package io.severabridge.erp.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.company.SettingsFileException;
import io.severabridge.erp.ErpFixture;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ERP writes is declared. */
class WriteFileTest {
    private static final Stamp STAMP =
            new Stamp(Map.of("ChDt", "changeDate"), Map.of("CreDt", "changeDate"), Map.of("ChTmms", "milliseconds"));
    private static final Map<String, @Nullable String> SETTINGS = settings();

    private static Map<String, @Nullable String> settings() {
        Map<String, @Nullable String> settings = new HashMap<>();
        settings.put("customers.guid-field", "Inf8");
        settings.put("customers.inactive.group", "Gr1");
        settings.put("customers.exclude.group", "Gr1");
        settings.put("customers.other", null);
        return settings;
    }

    private static Map<String, WriteStatement> read(String text) {
        return new WriteFile(
                        "customer/writes.yml",
                        new Names(ErpFixture.company("h2").erp()),
                        SETTINGS,
                        STAMP)
                .read(text);
    }

    private static WriteStatement entry(String name, String text) {
        return java.util.Objects.requireNonNull(read(text).get(name));
    }

    @Test
    void anUpdateNamesOnlyWhatChangesAndStampsIt() {
        WriteStatement update = entry("update", """
                update:
                  table: Actor
                  key: ActNo
                  columns: { Nm: name, MailAd: email, customers.other: nothing }
                """);
        assertThat(update.name()).isEqualTo("customer/update");
        assertThat(update.update(Set.of("email"), Map.of("ChTmms", "CHTMMS")))
                .isEqualTo("UPDATE [dbo].[Actor] SET [MailAd] = :email, [ChDt] = :changeDate, [CHTMMS] = :milliseconds"
                        + " WHERE [ActNo] = :key");
        assertThat(update.parameters()).containsExactlyInAnyOrder("name", "email", "changeDate");
    }

    @Test
    void aNewRowIsStampedAsNewAndAColumnThatTwoSettingsChooseIsWrittenOnce() {
        WriteStatement insert = entry("insert", """
                insert:
                  table: Actor
                  columns: { ActNo: id, customers.inactive.group: inactive }
                  fixed: { SupNo: 0, Ad1: '', customers.exclude.group: 0 }
                """);
        assertThat(insert.values())
                .extracting(value -> value.physicalColumn() + " " + value.parameter() + " " + value.fixed())
                .containsExactly(
                        "ActNo id null",
                        "Gr1 inactive null",
                        "SupNo null 0",
                        "Ad1 null ",
                        "ChDt changeDate null",
                        "CreDt changeDate null");
    }

    @Test
    void aRowIsFoundByItsKeyAndByATextInAnyCase() {
        WriteStatement update = entry("mark", """
                mark:
                  table: Actor
                  key: ActNo
                  only-where: { customers.guid-field: hour }
                  columns: { Nm: name }
                """);
        assertThat(update.where()).isEqualTo("[ActNo] = :key AND LOWER([Inf8]) = LOWER(:hour)");
        assertThat(update.uses()).anyMatch(use -> use.column().equals("Inf8") && use.guid());
    }

    @Test
    void anEmptyTextIsNullWhereTheColumnSaysSo() {
        WriteStatement guid = entry("guid", """
                guid:
                  table: Actor
                  key: ActNo
                  columns: { customers.guid-field: guid }
                  empty-is-null: [customers.guid-field]
                """);
        assertThat(guid.update(Set.of("guid"), Map.of())).contains("[Inf8] = NULLIF(:guid, '')");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update: { key: ActNo, columns: { Nm: name } }                            | update.table: is required
            update: { table: Actor, key: ActNo }                                     | update.columns: names no column
            update: { table: Actor, key: ActNo, column: { Nm: name } }               | update.column: unknown key
            update: { table: Actor, key: ActNo, columns: { Nm: name, Nm: other } }   | update.columns.Nm: is given twice
            update: { table: Actor, key: ActNo, columns: { Nm: name }, fixed: { A: 0 } } | update.fixed: is for new rows
            guid: { table: Actor, key: ActNo, columns: { Nm: name }, empty-is-null: [Ad1] } | guid.empty-is-null: Ad1 is none of its columns
            insert: { table: Actor, columns: { Nm: name }, fixed: { NM: '' } }       | insert.fixed: NM is written already
            insert: { table: Actor, columns: { CreDt: changeDate } }                 | insert.columns: CreDt is written already
            update: { table: Actor, key: ActNo, columns: { chdt: date } }            | update.columns: chdt is written already
            insert: { table: Actor, columns: { Nm: name }, only-where: { Inf: a } }  | insert.only-where: is for a row that is there
            mark: { table: Actor, key: No, columns: { Nm: name }, only-where: { A: a, B: b } } | mark.only-where: names more than one column
            update: { table: Actor, key: ActNo, columns: { customers.nothing: a } }  | update.columns: there is no setting customers.nothing
            update: { table: customers.other, key: ActNo, columns: { Nm: name } }    | update.table: needs the setting customers.other
            update: { table: Actor, key: customers.other, columns: { Nm: name } }    | update.key: needs the setting customers.other
            """)
    void aMistakeIsNamedWithFileAndEntry(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsFileException.class)
                .hasMessageContaining("customer/writes.yml:1: " + message);
    }

    @Test
    void aMistakeIsOneSentenceThatNamesFileAndEntry() {
        assertThatThrownBy(() -> read("update: { table: Actor, key: ActNo, columns: { customers.nothing: a } }"))
                .isInstanceOf(SettingsFileException.class)
                .hasMessage("customer/writes.yml:1: update.columns: there is no setting customers.nothing");
    }
}
