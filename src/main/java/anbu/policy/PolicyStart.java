package anbu.policy;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Readies the policy after the schema stands and before anything else of the application runs: job executor, schedules, intake, web. */
@Component
class PolicyStart implements SmartLifecycle {
    private final Policies policies;
    private volatile boolean running;

    PolicyStart(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void start() {
        policies.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
