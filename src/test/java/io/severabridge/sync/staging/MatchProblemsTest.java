package io.severabridge.sync.staging;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.staging.Matching;
import io.severabridge.sync.mapping.EngineRejects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchProblemsTest {
    @ParameterizedTest
    @EnumSource
    void whatTheMatchFindsWrongIsARejectCodeOfTheEngineWithWordsForIt(Matching.Problem problem) {
        assertThat(EngineRejects.ALL)
                .anySatisfy(reason -> assertThat(reason.code()).isEqualTo(problem.code()));
        assertThat(MatchProblems.PROBLEMS).containsKey(problem.code());
    }
}
