<!DOCTYPE qgis>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|Fields" version="3.40.0">
 <renderer-v2 attr="if(&quot;cluster_id&quot; IS NULL, 'noise', 'member')" enableorderby="1" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="In a cluster, as large as its weight" render="true" symbol="0" type="string" uuid="0" value="member" />
   <category label="In no cluster (noise)" render="true" symbol="1" type="string" uuid="1" value="noise" />
  </categories>
  <symbols>
   <symbol alpha="0.6" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="53,104,168,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.1" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="CASE WHEN @map_scale &gt; 10000000 THEN 5 WHEN @map_scale &gt; 2000000 THEN 8 ELSE 14 END * max(0.06, coalesce(sqrt(&quot;weight&quot; / nullif(maximum(&quot;weight&quot;), 0)), 0.3))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="0.5" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="163,163,163,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.1" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="CASE WHEN @map_scale &gt; 10000000 THEN 5 WHEN @map_scale &gt; 2000000 THEN 8 ELSE 14 END * max(0.06, coalesce(sqrt(&quot;weight&quot; / nullif(maximum(&quot;weight&quot;), 0)), 0.3))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="0" nullsFirst="1">weight</orderByClause>
  </orderby>
 </renderer-v2>
 <fieldConfiguration>
  </fieldConfiguration>
 <aliases>
  <alias field="cluster_id" index="0" name="Cluster number" />
  <alias field="rank" index="1" name="Rank" />
  <alias field="name" index="2" name="Cluster" />
  <alias field="name_ko" index="3" name="Korean name" />
  <alias field="role" index="4" name="Role" />
  <alias field="weight" index="5" name="Weight" />
  <alias field="inventors" index="6" name="Inventor addresses" />
  <alias field="authors" index="7" name="Author addresses" />
  <alias field="deals" index="8" name="Venture capital deals" />
  <alias field="count_patents" index="9" name="Patent applications, fractional" />
  <alias field="count_publications" index="10" name="Publications, fractional" />
  <alias field="count_deals" index="11" name="Venture capital deals, fractional" />
 </aliases>
</qgis>
