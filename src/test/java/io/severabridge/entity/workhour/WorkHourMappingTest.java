package io.severabridge.entity.workhour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.entity.Known;
import io.severabridge.failure.Rejected;
import io.severabridge.severa.GuidRef;
import io.severabridge.sync.record.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The project of an entry is the ERP's, none, or a reject: never 0 for one that is not known. */
class WorkHourMappingTest {
    @Test
    void aProjectThatSeveraDoesNotListIsRefused() {
        assertThat(WorkHourMapping.fromSevera(hour("project-500"), Known.context())
                        .project())
                .isEqualTo("500");
        assertThat(WorkHourMapping.fromSevera(hour(null), Known.context()).project())
                .isEqualTo("0");
        assertThatThrownBy(() -> WorkHourMapping.fromSevera(hour("project-404"), Known.context()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.reason().code()).isEqualTo("unknown-project");
                    assertThat(rejected.value()).isEqualTo("project-404");
                });
    }

    private static SeveraWorkHour hour(@Nullable String project) {
        return RecordBuilder.of(SeveraWorkHour.class)
                .with("guid", "hour-404")
                .with("user", new SeveraWorkHour.Named("user-7", "Kari"))
                .with("project", GuidRef.to(project))
                .with("eventDate", LocalDate.of(2026, 11, 20))
                .with("quantity", BigDecimal.ONE)
                .with("isApproved", true)
                .build();
    }
}
