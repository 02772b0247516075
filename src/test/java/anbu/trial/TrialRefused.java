package anbu.trial;

/** The trial cannot run here and now. The message is the one sentence that the newcomer reads. */
class TrialRefused extends RuntimeException {
    TrialRefused(String sentence) {
        super(sentence);
    }
}
