package org.partnerportal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that misbehaves as a test tells it to. */
public final class ScriptedSmtpServer implements AutoCloseable {

    /** What the server does with whoever connects. */
    public enum Mood {
        /** Takes every mail. */
        TAKES,
        /** Says that it is too busy to take anything. */
        BUSY,
        /** Greets nobody. */
        TURNS_AWAY,
        /** Knows no sign-in. */
        REFUSES_SIGN_IN,
        /** Reads the mail and breaks off before it says whether it took it. */
        DROPS_BEFORE_ANSWER,
        /** Takes the mail, says so, and breaks off. */
        DROPS_AFTER_ANSWER,
        /** Reads the mail and never answers. */
        SILENT,
        /** Answers to a mail with many lines, a link and a control character. */
        TALKS
    }

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("<([^>]*)>");

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile Mood mood = Mood.TAKES;
    private volatile ServerSocket socket;
    private volatile int port;
    private volatile int connections;

    public ScriptedSmtpServer() {
        open();
    }

    public int port() {
        return port;
    }

    public ScriptedSmtpServer is(Mood next) {
        mood = next;
        return this;
    }

    /** From now on there is no mailbox with that address. */
    public void refuse(String recipient) {
        refused.add(recipient);
    }

    public void accept(String recipient) {
        refused.remove(recipient);
    }

    /** The mails that were read to their end, whatever was answered. */
    public List<String> received() {
        return received;
    }

    public List<String> recipients() {
        return recipients;
    }

    public List<String> messageIds() {
        return received.stream()
                .map(mail -> {
                    Matcher id = MESSAGE_ID.matcher(mail);
                    return id.find() ? id.group(1) : "";
                })
                .toList();
    }

    int connections() {
        return connections;
    }

    /** Comes back under the same port after it was closed. */
    void open() {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var worker = new Thread(this::serve, "scripted-smtp");
        worker.setDaemon(true);
        worker.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        ServerSocket mine = socket;
        while (!mine.isClosed()) {
            try (Socket client = mine.accept()) {
                connections++;
                talk(client);
            } catch (IOException e) {
                continue; // the client went away, or the test closed the server
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        var out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8);
        if (mood == Mood.TURNS_AWAY) {
            say(out, "554 5.3.2 not today");
            return;
        }
        say(out, "220 scripted ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!answer(line, in, out)) {
                return;
            }
        }
    }

    private boolean answer(String line, BufferedReader in, Writer out) throws IOException {
        switch (line.split("[ :]")[0]) {
            case "EHLO" -> {
                if (mood == Mood.REFUSES_SIGN_IN) {
                    say(out, "250-scripted");
                    say(out, "250 AUTH PLAIN LOGIN");
                } else {
                    say(out, "250 scripted");
                }
            }
            case "AUTH" -> say(out, "535 5.7.8 account portal-secret is locked");
            case "MAIL" -> say(out, mood == Mood.BUSY ? "451 4.3.2 too busy, come back later" : "250 2.1.0 fine");
            case "RCPT" -> recipient(line, out);
            case "DATA" -> {
                say(out, "354 go on");
                return took(in, out);
            }
            case "QUIT" -> {
                say(out, "221 bye");
                return false;
            }
            default -> say(out, "250 fine");
        }
        return true;
    }

    private void recipient(String line, Writer out) throws IOException {
        Matcher address = ADDRESS.matcher(line);
        String recipient = address.find() ? address.group(1) : "";
        if (refused.contains(recipient)) {
            say(out, "550 5.1.1 no mailbox " + recipient + " here");
        } else {
            recipients.add(recipient);
            say(out, "250 2.1.5 fine");
        }
    }

    private boolean took(BufferedReader in, Writer out) throws IOException {
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        received.add(mail.toString());
        switch (mood) {
            case DROPS_BEFORE_ANSWER -> {
                return false;
            }
            case SILENT -> {
                in.readLine(); // until the client has had enough
                return false;
            }
            case TALKS -> {
                say(out, "451-4.7.1 https://portal.example/i/AbC_-123 looks");
                say(out, "451 4.7.1 odd\u0007 /i/AbC_-123 " + "x".repeat(600));
                return true;
            }
            default -> {
                say(out, "250 2.0.0 queued as 4711");
                return mood != Mood.DROPS_AFTER_ANSWER;
            }
        }
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }
}
