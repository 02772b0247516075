package anbu.policy;

import anbu.policy.facts.Finding;
import anbu.policy.facts.Score;
import anbu.policy.facts.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** A policy ready to judge: its compiled rules and its table. Safe for many threads; each judgement has a session to itself. */
final class RuleBook {
    private final KieBase rules;
    private final PolicyTable table;
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

    private RuleBook(KieBase rules, PolicyTable table) {
        this.rules = rules;
        this.table = table;
    }

    /** Compiles the artefact; refuses when a rule does not compile. */
    static RuleBook of(Artefact artefact) {
        return new RuleBook(RuleCompiler.compile(artefact.ruleFiles()), artefact.table());
    }

    List<Finding> judge(Situation situation, @Nullable Score score) {
        var waiting = free.poll();
        var desk = waiting == null ? new Desk(rules, table) : waiting;
        try {
            var findings = desk.judge(situation, score);
            free.add(desk);
            return findings;
        } catch (RuntimeException e) {
            desk.close(); // what lies on it now is unknown
            throw e;
        }
    }

    List<String> ruleNames() {
        return rules.getKiePackages().stream()
                .flatMap(rulePackage -> rulePackage.getRules().stream())
                .map(rule -> rule.getName())
                .toList();
    }

    /** A session in which the table already lies; only the situation comes and goes. */
    private static final class Desk {
        private final KieSession session;
        private final List<Finding> findings = new ArrayList<>();

        Desk(KieBase rules, PolicyTable table) {
            session = rules.newKieSession();
            session.setGlobal("findings", findings);
            table.limits().forEach(session::insert);
            session.insert(table.tightening());
            session.insert(table.signals().useNorm());
        }

        List<Finding> judge(Situation situation, @Nullable Score score) {
            findings.clear();
            var situationFact = session.insert(situation);
            var scoreFact = score == null ? null : session.insert(score);
            session.fireAllRules();
            session.delete(situationFact);
            if (scoreFact != null) {
                session.delete(scoreFact);
            }
            return List.copyOf(findings);
        }

        void close() {
            session.dispose();
        }
    }
}
