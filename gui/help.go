package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"roundtrip/assets"
	"roundtrip/gui/widgets"
)

func (w *Window) showHelp(title string, content fyne.CanvasObject) {
	scroll := container.NewVScroll(widgets.Inset(content, 4, 8))
	w.pose(title, scroll, "Close").Resize(fyne.NewSize(720, 560))
	w.page = scroll
}

// showMeasures explains every number that the window shows.
func (w *Window) showMeasures() {
	var parts []fyne.CanvasObject
	for _, entry := range glossary {
		parts = append(parts, widgets.NewHeading(entry.name), widgets.NewParagraph(entry.meaning, ""), widgets.NewGap(4))
	}
	w.showHelp("What the numbers mean", widgets.Stacked(2, parts...))
}

// showMethods shows how every number is computed, with its source.
func (w *Window) showMethods() {
	w.showHelp("How the numbers are computed", widgets.Stacked(4, markdown(assets.Methods())...))
}

// markdown shows headings, paragraphs and list items as plain text. Fyne's own rich text breaks lines wrongly
// after words in another style.
func markdown(text string) []fyne.CanvasObject {
	text = strings.NewReplacer("<sub>", "_", "</sub>", "", "**", "", "*", "", "`", "").Replace(text)
	var parts []fyne.CanvasObject
	block := ""
	end := func() {
		if block = strings.TrimSpace(block); block != "" {
			parts = append(parts, widgets.NewParagraph(block, ""))
		}
		block = ""
	}
	for _, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
			end()
			parts = append(parts, widgets.NewGap(4), heading(strings.TrimLeft(line, "# ")))
		case strings.TrimSpace(line) == "":
			end()
		case strings.HasPrefix(line, "- "):
			end()
			block = "• " + line[2:]
		default:
			block += " " + strings.TrimSpace(line)
		}
	}
	end()
	return parts
}

func (w *Window) showAbout() {
	document := "none"
	if w.session.document != nil {
		document = w.session.document.Path()
	}
	content := widgets.Stacked(6,
		widgets.NewParagraph("Roundtrip follows money that goes in circles. Every number is exact, says how sure it is, and leads back to its source.", ""),
		widgets.Facts([]widgets.Fact{
			{Caption: "Version", Value: w.about.Version},
			{Caption: "Build", Value: w.about.Build},
			{Caption: "Document schema", Value: fmt.Sprint(w.about.Schema)},
			{Caption: "Document", Value: document},
			{Caption: "Licence", Value: "MIT; the parts that others have made, and their licences, are in THIRD-PARTY-LICENCES.txt, installed with the program"},
		}),
		widgets.NewNote("It works offline: nothing that you enter leaves this computer."))
	content.Resize(fyne.NewSize(aboutWidth, 0))
	w.pose("About Roundtrip", widgets.Wide(aboutWidth, widgets.Inset(content, 6, 6)), "Close")
}

// aboutWidth is the width of what the program says of itself; a document's long path wraps.
const aboutWidth = 560

// glossary explains the measures in the words of an analyst.
var glossary = []struct{ name, meaning string }{
	{"Circular money", "The largest part of all flows that is balanced: every company in it is paid as much as it pays, so the money goes round. It is an exact amount to the cent, whichever way the loops are cut."},
	{"Circular share", "Circular money as a part of all money under the view. The range says how low and high the share can be, given ceilings, floors and undisclosed legs, and names the leg that moves it most."},
	{"Loops", "Companies that pay each other in a ring, none of them twice. What goes round is its smallest leg. A loop with an undisclosed leg is listed with the most that it can carry. In a document of more than 60 companies, only loops of at most 6 are counted."},
	{"Return share", "Of a dollar that one company gives another, the part that ever comes back to it, directly or through others, when everyone passes money on in proportion to what they pay."},
	{"Gross", "All flows together. “+ ?” says that undisclosed legs come on top, nobody knows with how much."},
	{"Throughflow", "The larger of what a company is paid and what it pays. ≤, ≥ and ~ say how it stands, and “?” that nothing is disclosed."},
	{"Finn cycling index", "The part of all throughflow that is money which has passed through the same company before."},
	{"Multiplier", "How often a dollar that comes from outside is counted on average before it leaves: all throughflow over the net obligations. It has no end where nothing comes from outside."},
	{"Net obligations", "How little money would settle everything if payments were netted among all: each company only paid, or was paid, its balance. It is no company's debt less its cash."},
	{"After compression", "What is left of all flows when they are cancelled around loops, so that nobody has to deal with anybody new: the gross less the circular money."},
	{"Money in weighed loops", "What goes round when everybody passes money on in proportion to what they pay (Balanced Flow Forwarding), divided among the loops so that their weights add up. It is at most the circular money."},
	{"Throughput circularity", "The weights of the loops, compared with the money that only passes through. It stays the same when a company is put in between two others."},
	{"Supplier HHI", "Herfindahl-Hirschman index of whom a company pays: 10,000 is one supplier alone, 0 very many small ones. It is not known where nothing is disclosed; where a part is, it is of what is disclosed."},
	{"Customer HHI", "The same index of who pays a company."},
	{"DebtRank", "The part of all value that the others lose when the company loses everything, each passing its loss on once. Undisclosed legs can move it either way; its range says how far."},
	{"Unpaid in clearing", "What cannot be paid when everybody pays out of stated cash and of what the others pay. A company whose cash nobody states is taken to pay in full."},
	{"Flags", "Facts worth a second look, each with its legs: who invests in its customer, who finances rivals, whose exclusivity is in the way, who is to pay beyond its known means."},
	{"Saturation", "The amount from which a larger stake makes nothing more go round: the leg that carries the money back is full."},
	{"Tools of the what-if", "Sweep, two-way table, tornado, goal seek, Monte Carlo and waterfall move inputs of what is tried and leave everything else. The chart takes the canvas' place beside the what-if, follows it, and says when it is out of date; Escape leads back. The value under the pointer is told; the right button exports."},
	{"What is tried", "Any number, status or event can be tried: the slider's leg, or with Change… any leg, deal, status and company. What is tried is listed as chips in the order given; a click or Return opens one, its cross or Delete takes it back. Numbers that are still being computed stand dimmed, and the canvas says that it shows an earlier step. The pointer over a number is told it with every digit. With the keyboard on the slider the arrow keys move it by a hundredth of its length, with Shift by less, Page Up and Page Down by a tenth, Home and End to its ends."},
	{"Scenario", "What is tried, kept in the file under a name. Whatever is tried, a scenario too, is a step that Ctrl+Z takes back. The data stay as they are until it is applied, as one edit that one undo takes back; before that everything that will change is listed. Where the data have moved since it was made, it says what they were, what they are, and what that did to the base."},
	{"Side by side", "The base and every scenario, a measure a row. ↑ and ↓ say whether a number is above or below the base, words " +
		"where one of both is not known; “another range” is a number that stays while the range around it moves. In small type stands between which ends a number lies, given every figure’s " +
		"range; “~” stands before ends that were searched for. Scenarios about different legs have rows of their own " +
		"about these. A click on a number selects its legs; on a measure it orders the scenarios by it; on a scenario it " +
		"orders the measures by how much it moves them. Delete leaves a scenario out of the table, A brings all back."},
	{"Stakes together", "Stakes in one company that are not paid yet are counted as bought at once, each at its own price, so that each dilutes the others and every stated share. A stake without a price is left out and named. ≤ or ≥ stands where a part cannot be more or less given all ranges, ~ where it can be both."},
	{"Stress test", "What a shock does to everybody. Companies that cannot pay in full bear the number of the wave in which they " +
		"fall, 0 being the shock itself; legs that are not paid in full are hollow, with a solid core for what is still " +
		"paid and the amount that is lost. Companies whose stakes in others lose value bear a hollow diamond, with the " +
		"loss below their name after the word stakes; “about” there and ~ in the lists stand before an amount that other " +
		"figures make another one. Alt+N and Alt+B step through the waves, Alt+V plays them, Escape leads back. Of the " +
		"economic value, what the shock itself takes stands apart from what is passed on (DebtRank). Cash that nobody " +
		"states is unknown, and its company is taken to pay in full unless you type an assumed cash. What has been paid is " +
		"not due again. What a shock cuts away stands apart from what is not paid. Ends of ranges with ~ were searched for, not proven."},
	{"Filters", "What counts: kinds, statuses, a least amount, companies, loops only, a day. They act on tables, canvas and " +
		"measures together; a click on a chip on the canvas takes back what it names, and so does Ctrl+Z whatever was hidden, " +
		"ticked, typed or dragged there, the money that counts too, in the order of the edits. A leg without a number " +
		"passes the least amount, because nobody knows that it is small; only undisclosed ones are left out by “Only disclosed amounts”."},
	{"Neighbourhood", "The companies within one or two steps of the chosen ones, whoever pays whom, and every deal between them that the other filters leave."},
	{"As of a day", "Only deals announced by then. Deals without a date count on any day, and how many they are is said; clearing Undated deals beside the days, or Filter, Only deals with a date, leaves them out. Deals announced later are hairlines, so that the picture keeps its shape while the days play. Playing ends as of any day; stopped, it stays at the day."},
	{"Pictures", "An exported or copied picture is what the canvas shows, through the same camera, in the same size and with the " +
		"same legend, and around it title, what is counted and the sources of its deals: PNG at any size, SVG and PDF " +
		"with real text. Beyond what the screen shows, a picture can have all of the graph, the full legend (below the " +
		"picture where it would cover something), and small raised numbers beside amounts: those of the sources in the " +
		"list below; a leg without room for its amount or number has none, and no amount moves for them. " +
		"Amounts are shown where it is plain whose they are, some with a thin line to their leg; " +
		"zooming in shows more. The smaller the picture, the fewer companies are named in it, those with the most money; " +
		"of hundreds seen as a whole only the largest, some by initials or a short name. The legs that carry " +
		"the most money are strong, on yellow ground those that carry the most round loops. Seen from near, legs between " +
		"companies out of sight are pale hairs, a leg that goes out of sight is one but for its end, and the companies in " +
		"sight have their names and the legs between them their amounts. Badges mark flags, each on the company whose doing it is: a triangle on who is " +
		"to pay beyond its known means, a cross on who is bound by an exclusivity that is in the way, a fork on who " +
		"finances rival AI labs, an arrow there and back on who finances its customer. A hollow badge is not certain: whether its flags fire " +
		"depends on the figures. Where there is no room for all, +2 counts the others; the pointer tells every flag in full."},
	{"Read-only", "A document that cannot be written where it is, such as one of somebody else's or on a locked disk, is opened all the same. Look, filter, try and export; edits are refused and lose nothing typed. File, Save a copy… goes on in a file of your own, with all that is filtered and tried."},
	{"Import", "A CSV or JSON file is taken whole, as one edit that one undo takes back, or not at all: what is wrong is said with its line, and of a table the rows that are right can then be taken without the others, which can be copied as a list or saved, each with why, to be mended and imported later; a deal is taken whole or not at all. Before that it is said which rows stand in it twice, and which deals look like ones that the document has, with the same title, date, companies, kinds and amounts; what is new can be taken alone."},
	{"Basis", "Headline totals count a contract whole; a year's worth spreads it over its term; paid so far counts what has been drawn."},
}
