package org.quartermaster.local;

/** What the command line of {@code deploy/up} asks for. */
record Options(boolean fresh, boolean secure, boolean help) {
    static final String USAGE = """
            Usage: deploy/up [--fresh] [--secure]
              --fresh   drop the data of earlier runs
              --secure  ask for a token (QM_AUTH=required); without it every request acts in the demo tenant
            Data and logs are kept in .quartermaster/. Ctrl-C stops everything.
            """;

    static Options of(String... arguments) {
        boolean fresh = false;
        boolean secure = false;
        boolean help = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--secure" -> secure = true;
                case "--help", "-h" -> help = true;
                default -> throw new StackException("Unknown option " + argument + "\n" + USAGE);
            }
        }
        return new Options(fresh, secure, help);
    }
}
