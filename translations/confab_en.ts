<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Composition</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A ping carries at most 125 bytes; this is %n too many.</source>
        <translation>
            <numerusform>A ping carries at most 125 bytes; this is %n too many.</numerusform>
            <numerusform>A ping carries at most 125 bytes; this is %n too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 125 bytes left</source>
        <translation>
            <numerusform>%n of 125 bytes left</numerusform>
            <numerusform>%n of 125 bytes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FrameText</name>
    <message numerus="yes">
        <source>The log does not keep the headers of %n more frame(s).</source>
        <translation>
            <numerusform>The log does not keep the header of %n more frame.</numerusform>
            <numerusform>The log does not keep the headers of %n more frames.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TerminalText</name>
    <message numerus="yes">
        <source>%1 (%2) joined; now %n connection(s)</source>
        <translation>
            <numerusform>%1 (%2) joined; now %n connection</numerusform>
            <numerusform>%1 (%2) joined; now %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2) left with %3; now %n connection(s)</source>
        <translation>
            <numerusform>%1 (%2) left with %3; now %n connection</numerusform>
            <numerusform>%1 (%2) left with %3; now %n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are missing here, because this output was not read fast enough: read it faster, or send it to a file.</source>
        <translation>
            <numerusform>%n line is missing here, because this output was not read fast enough: read it faster, or send it to a file.</numerusform>
            <numerusform>%n lines are missing here, because this output was not read fast enough: read it faster, or send it to a file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficReport</name>
    <message numerus="yes">
        <source>%n fragment(s)</source>
        <translation>
            <numerusform>%n fragment</numerusform>
            <numerusform>%n fragments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s), exported %1</source>
        <translation>
            <numerusform>%Ln record, exported %1</numerusform>
            <numerusform>%Ln records, exported %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrafficText</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <comment>how many a broadcast went to</comment>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::BanDialog</name>
    <message numerus="yes">
        <source>Closed at once, with code 1008: %1 and %n more.</source>
        <translation>
            <numerusform>Closed at once, with code 1008: %1 and %n more.</numerusform>
            <numerusform>Closed at once, with code 1008: %1 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::ClientTrafficView</name>
    <message numerus="yes">
        <source>Gives up after %n second(s).</source>
        <translation>
            <numerusform>Gives up after %n second.</numerusform>
            <numerusform>Gives up after %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::CloseCodeEditor</name>
    <message numerus="yes">
        <source>The reason is %n byte(s) too long: at most 123 bytes of UTF-8 fit.</source>
        <translation>
            <numerusform>The reason is %n byte too long: at most 123 bytes of UTF-8 fit.</numerusform>
            <numerusform>The reason is %n bytes too long: at most 123 bytes of UTF-8 fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n byte(s) left for the reason</source>
        <translation>
            <numerusform>%1 · %n byte left for the reason</numerusform>
            <numerusform>%1 · %n bytes left for the reason</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::ConversationView</name>
    <message numerus="yes">
        <source>… and %Ln more character(s). Wire keeps the first %1 of a message.</source>
        <comment>shown below a long message</comment>
        <translation>
            <numerusform>… and %Ln more character. Wire keeps the first %1 of a message.</numerusform>
            <numerusform>… and %Ln more characters. Wire keeps the first %1 of a message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::ExportStrip</name>
    <message numerus="yes">
        <source>%Ln record(s) written to %1</source>
        <translation>
            <numerusform>%Ln record written to %1</numerusform>
            <numerusform>%Ln records written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::HeaderBar</name>
    <message numerus="yes">
        <source>Listening · %n client(s)</source>
        <translation>
            <numerusform>Listening · %n client</numerusform>
            <numerusform>Listening · %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::MemberDelegate</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::RoomView</name>
    <message numerus="yes">
        <source>%n here</source>
        <comment>people in the room</comment>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::StatusStrip</name>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>confab::TrafficDetails</name>
    <message numerus="yes">
        <source>%n fragment(s)</source>
        <translation>
            <numerusform>%n fragment</numerusform>
            <numerusform>%n fragments</numerusform>
        </translation>
    </message>
</context>
</TS>
