package anbu.risk;

import anbu.audit.Audit;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One node of the service, with nothing but the risk module and its transactions. */
final class RiskNode {
    private RiskNode() {}

    static AnnotationConfigApplicationContext start(DataSource database, Clock clock, Audit audit) {
        var node = new AnnotationConfigApplicationContext();
        node.getBeanFactory().registerSingleton("database", database); // not the node's to close
        node.registerBean(Clock.class, () -> clock);
        node.registerBean(Audit.class, () -> audit);
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        node.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(database));
        node.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        node.register(Config.class, RiskModels.class, RiskScores.class, Training.class, Risk.class);
        node.refresh();
        return node;
    }

    @EnableTransactionManagement
    static class Config {}
}
