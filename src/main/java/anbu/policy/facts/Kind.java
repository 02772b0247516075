package anbu.policy.facts;

/** What a finding is about: a person who may need help, or a plug that cannot show whether one does. */
public enum Kind {
    WELLBEING,
    DEVICE
}
