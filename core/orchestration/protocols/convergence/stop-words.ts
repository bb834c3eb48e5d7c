const english = `a about above after again all also am an and any are as at be because been before being below
between both but by can could did do does doing down during each either every few for from further had has have
having he her here hers him his how however i if in into is it its itself just let may me might more most much must
my of off on once one only or other our ours out over own per same shall she should since so some such than that the
their theirs them then there these they this those through thus to too under until up upon us very was we were what
when where whether which while who whom whose why will with would yet you your yours i'm i'd i'll i've it's that's
there's they're we're we've we'll you're he's she's let's think believe`;

const german = `aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beide beiden
beim bereits bin bis bist da dabei dadurch daher dann daran darauf daraus das dass dazu dein deine dem den denn der
deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch ebenfalls ein eine einem einen
einer eines einige er es etwa etwas euch euer für gegen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn
ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jene kann können
könnte machen man mehr mein meine mich mir mit muss müssen nach noch nun nur ob oder oft sehr sein seine seinem seinen
seiner seit sich sie sind so sogar soll sollen sollte sollten sondern sowie über um und uns unser unsere unter viel vom
von vor wann war waren warum was weil weiter welche welchem welchen welcher wenn wer werde werden wie wieder will wir
wird wo wurde wurden zu zum zur zwar zwischen glaube denke meine`;

/** Words without content of their own, lower case. Negations are not here: they are read as a stance. */
export const stopWords: ReadonlySet<string> = new Set(`${english} ${german}`.split(/\s+/));
