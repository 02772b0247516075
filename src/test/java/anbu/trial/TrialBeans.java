package anbu.trial;

import anbu.households.Households;
import anbu.outreach.Outreach;
import anbu.policy.Policies;
import anbu.staff.Staff;
import anbu.telemetry.Backfill;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the trial adds to the service. Not a component, so that no test finds it by scanning. */
class TrialBeans {
    @Bean
    TrialMemory trialMemory(@Value("${anbu.trial.folder}") Path folder) {
        return new TrialMemory(folder);
    }

    @Bean
    TrialStage trialStage(History history, TrialMemory memory, Clock clock, ZoneId serviceZone) {
        return new TrialStage(history, memory, clock, serviceZone);
    }

    @Bean
    History trialHistory(Households households, BeanFactory beans, JdbcClient jdbc) {
        return new History(households, new Backfill(beans), jdbc);
    }

    @Bean
    Phones trialPhones(Outreach outreach, TrialStage stage, Clock clock) {
        return new Phones(outreach, stage, clock);
    }

    @Bean
    TrialCrew trialCrew(Policies policies, Staff staff) {
        return new TrialCrew(policies, staff);
    }

    @Bean
    TrialLife trialLife(TrialStage stage, TrialMemory memory, Phones phones, BeanFactory beans) {
        return new TrialLife(stage, memory, phones, beans);
    }

    /** The accounts and the policy of the trial, ready before the stage is set. */
    record TrialCrew(Policies policies, Staff staff) implements SmartLifecycle {
        @Override
        public void start() {
            DemoStaff.createIn(staff);
            ShortProtocol.publishIn(policies);
        }

        @Override
        public void stop() {
            // stays
        }

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE + 500;
        }
    }
}
