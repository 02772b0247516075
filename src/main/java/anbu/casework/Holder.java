package anbu.casework;

/** In whose hands a task is; the name is masked, and empty for all but colleagues. */
record Holder(Kind kind, String name) {
    enum Kind {
        ME,
        NOBODY,
        SYSTEM,
        COLLEAGUE
    }

    static final Holder SYSTEM = new Holder(Kind.SYSTEM, "");
    static final Holder NOBODY = new Holder(Kind.NOBODY, "");
    static final Holder ME = new Holder(Kind.ME, "");
}
