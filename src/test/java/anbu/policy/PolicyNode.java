package anbu.policy;

import anbu.audit.Audit;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One node of the service, with nothing but the policy module and its transactions. */
final class PolicyNode {
    private PolicyNode() {}

    static AnnotationConfigApplicationContext start(DataSource database, Clock clock, Audit audit) {
        var node = new AnnotationConfigApplicationContext();
        node.getBeanFactory().registerSingleton("database", database); // not the node's to close
        node.registerBean(Clock.class, () -> clock);
        node.registerBean(Audit.class, () -> audit);
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        node.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        node.register(Config.class, PolicyVersions.class, Publication.class, Policies.class, PolicyStart.class);
        node.refresh();
        return node;
    }

    @EnableTransactionManagement
    static class Config {}
}
