package io.severabridge.job;

import io.severabridge.company.Company;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The beans of one part of work for one company. Each is made when it is first asked for, after those that it depends on: what
 * is opened, and in which order, is said by the parameters of the bean methods. It is closed in the reverse order.
 */
final class CompanyContext implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * Opens nothing yet.
     *
     * @param given beans that are there already, by name
     */
    CompanyContext(Program program, Company company, Map<String, Object> given, Class<?>... beans) {
        // The environment first: a parent's environment is merged into the one that is there.
        context.setEnvironment(program.context().getEnvironment());
        context.setParent(program.context());
        context.setAllowBeanDefinitionOverriding(false);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.getBeanFactory().registerSingleton("company", company);
        given.forEach(context.getBeanFactory()::registerSingleton);
        context.register(beans);
        context.refresh();
    }

    <T> T get(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (BeansException e) {
            throw cause(e);
        }
    }

    /** What went wrong when a bean was made, as the code that made it has thrown it. */
    private static RuntimeException cause(BeansException thrown) {
        Throwable at = thrown;
        while (at instanceof BeansException && at.getCause() != null) {
            at = at.getCause();
        }
        return at instanceof RuntimeException own ? own : thrown;
    }

    @Override
    public void close() {
        context.close();
    }
}
