package io.severabridge.job;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What there is once in a process, beside the clock and the job files, which {@link Program} is given. */
@Configuration(proxyBeanMethods = false)
class ProgramBeans {
    @Bean
    Signals signals() {
        return new Signals();
    }
}
