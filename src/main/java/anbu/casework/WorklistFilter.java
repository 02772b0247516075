package anbu.casework;

/** Which lines of the worklist a person wants to see. */
enum WorklistFilter {
    ALL,
    MINE,
    UNASSIGNED,
    DEVICE;

    boolean keeps(WorklistRow row) {
        return switch (this) {
            case ALL -> true;
            case MINE -> row.holder().kind() == Holder.Kind.ME;
            case UNASSIGNED -> row.holder().kind() == Holder.Kind.NOBODY;
            case DEVICE -> row.group() == WorklistRow.Group.DEVICE;
        };
    }
}
